package liveroom.capture.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the `ffmpeg` program that comes with the libraries, to list devices. Some drivers hang or crash when they are
/// asked; in a process of its own that is harmless.
final class FfmpegProgram {
    private static final Logger log = LoggerFactory.getLogger(FfmpegProgram.class);
    private static final long PATIENCE_SECONDS = 8;
    private static final int MAX_OUTPUT_BYTES = 256 * 1024;

    private FfmpegProgram() {}

    /// What the program says on both of its outputs, line by line; nothing if it cannot be run or takes too long.
    static List<String> run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /// The same with additions to the environment.
    static List<String> run(Map<String, String> environment, String... arguments) {
        Process process;
        try {
            // The program finds its libraries beside itself once they have been unpacked.
            Loader.load(avdevice.class);
            Loader.load(avfilter.class);
            List<String> command = new ArrayList<>();
            command.add(Loader.load(ffmpeg.class));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException | RuntimeException | LinkageError e) {
            log.warn("devices cannot be listed: {}", e.toString());
            return List.of();
        }
        return outputOf(process);
    }

    private static List<String> outputOf(Process process) {
        Thread guard = Thread.ofVirtual().start(() -> {
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    log.warn("listing devices takes too long");
                    process.destroyForcibly(); // which closes its output, read or not
                }
            } catch (InterruptedException e) { // all has been read that will be
                process.destroyForcibly();
            }
        });
        try (InputStream output = process.getInputStream()) {
            process.getOutputStream().close();
            return new String(output.readNBytes(MAX_OUTPUT_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            log.debug("listing devices was cut short", e);
            return List.of();
        } finally {
            guard.interrupt();
        }
    }
}
