package liveroom.bench.chain;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/// A film whose flash and beep are known to be simultaneous, or apart by a known time, played by an ordinary video
/// element: what the chain says about it is what the chain adds.
///
/// A screen shows pictures at its own ticks, sixty a second, so a flash is seen up to half a tick early or late. The
/// film runs at 29 pictures a second with a flash on every twelfth: the flashes walk through the tick, and the
/// median of all is free of it.
public final class Reference implements AutoCloseable {
    private static final int FRAMES_PER_SECOND = 29;
    private static final int FRAMES_PER_FLASH = 12;
    private static final double PERIOD_SECONDS = (double) FRAMES_PER_FLASH / FRAMES_PER_SECOND;
    private static final int FLASHES = 32;

    private static final String FILM = "film.mp4";

    private final Path directory;
    private final HttpServer server;

    private Reference(Path directory, HttpServer server) {
        this.directory = directory;
        this.server = server;
    }

    /// Makes the film, in which the sound is late by `lateMillis`, and serves it on this computer.
    public static Reference make(int lateMillis) {
        try {
            Path directory = Files.createTempDirectory("liveroom-reference").toRealPath();
            encode(directory.resolve(FILM), lateMillis);
            Files.writeString(directory.resolve("index.html"), """
                    <!doctype html><title>Reference</title><video src="film.mp4" width="640" data-program></video>
                    """);
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            HttpServer server =
                    SimpleFileServer.createFileServer(address, directory, SimpleFileServer.OutputLevel.NONE);
            server.start();
            return new Reference(directory, server);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// The film itself.
    public Path file() {
        return directory.resolve(FILM);
    }

    private static void encode(Path film, int lateMillis) throws IOException {
        String box = "drawbox=x=iw*0.05:y=ih*0.6:w=iw*0.25:h=ih*0.35:color=white:t=fill:enable='lt(mod(n,%d),3)'"
                .formatted(FRAMES_PER_FLASH);
        double late = lateMillis / 1000.0;
        String tone = String.format(
                Locale.ROOT,
                "0.5*sin(2*PI*1000*t)*lt(mod(t+%2$.9f-%1$.9f,%2$.9f),0.06)*gte(t,%1$.9f)",
                late,
                PERIOD_SECONDS);
        double seconds = FLASHES * PERIOD_SECONDS;
        List<String> command = new ArrayList<>(List.of(Loader.load(ffmpeg.class), "-v", "error", "-y"));
        command.addAll(List.of("-f", "lavfi", "-i", "color=c=black:s=320x180:r=" + FRAMES_PER_SECOND));
        command.addAll(List.of("-f", "lavfi", "-i", "aevalsrc='" + tone + "':s=48000", "-t", "" + seconds));
        command.addAll(List.of("-vf", box, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"));
        command.addAll(List.of("-c:a", "flac", "-movflags", "+faststart", film.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(film.resolveSibling("log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("FFmpeg: " + Files.readString(film.resolveSibling("log")));
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while FFmpeg works");
        }
    }

    /// Plays the film to its end and says how late each beep was heard after its flash was seen.
    public LipSync play(Page page, SoundRecorder recorder) {
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
        FlashDetector detector = FlashDetector.watch(page, "video");
        page.evaluate("() => document.querySelector('video').play()");
        page.waitForFunction("() => document.querySelector('video').ended");
        return LipSync.of(detector.take(), BeepDetector.onsetsMillis(recorder.recording()), 0);
    }

    @Override
    public void close() {
        server.stop(0);
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
