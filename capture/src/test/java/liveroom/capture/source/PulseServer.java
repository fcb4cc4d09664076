package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real microphone: PulseAudio in a folder of its own, with a null sink named `room` whose monitor can be recorded.
final class PulseServer implements AutoCloseable {
    static final String MICROPHONE = "room.monitor";

    private final Path folder;
    private final Process server;
    private final List<Process> players = new ArrayList<>();

    private PulseServer(Path folder, Process server) {
        this.folder = folder;
        this.server = server;
    }

    static PulseServer start(Path folder) throws IOException {
        Path socket = folder.resolve("native");
        ProcessBuilder builder = new ProcessBuilder(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + socket,
                "-L",
                "module-null-sink sink_name=room rate=48000 channels=2");
        for (String variable : List.of("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "PULSE_RUNTIME_PATH")) {
            builder.environment().put(variable, folder.toString());
        }
        Process server = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Await.until("PulseAudio's socket", () -> Files.exists(socket));
        return new PulseServer(folder, server);
    }

    /// As FFmpeg and the players spell it.
    String address() {
        return "unix:" + folder.resolve("native");
    }

    /// Plays a sine into the null sink for as long as the server runs.
    void play(int hertz, float level) throws IOException {
        Process player = new ProcessBuilder(
                        "pacat",
                        "--server=" + address(),
                        "--device=room",
                        "--format=float32le",
                        "--rate=48000",
                        "--channels=2",
                        "--latency-msec=20")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("player").toFile())
                .start();
        players.add(player);
        ByteBuffer second = ByteBuffer.allocate(48_000 * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 48_000; i++) {
            float value = (float) (level * Math.sin(2 * Math.PI * hertz * i / 48_000));
            second.putFloat(value).putFloat(value);
        }
        Thread.ofVirtual().start(() -> {
            try (OutputStream samples = player.getOutputStream()) {
                while (player.isAlive()) {
                    samples.write(second.array());
                }
            } catch (IOException e) {
                // The player has ended, and so does this.
            }
        });
    }

    /// The server is gone, as if the sound card had been pulled.
    @Override
    public void close() {
        players.forEach(Process::destroy);
        server.destroy();
        try {
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
