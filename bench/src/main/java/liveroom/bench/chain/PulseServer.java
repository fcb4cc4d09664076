package liveroom.bench.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A private PulseAudio daemon without hardware.
///
/// It has two null sinks: `speakers`, where programs play by default and whose monitor a [SoundRecorder] hears, and
/// `stage`, whose monitor is the default `microphone`. A null sink plays by the system's monotonic clock, so that
/// samples and time are in a fixed relation.
public final class PulseServer implements AutoCloseable {
    /// The sink that programs play to unless they ask for another.
    public static final String SPEAKERS = "speakers";
    /// The sink that the microphone hears.
    public static final String STAGE = "stage";
    /// The default source.
    public static final String MICROPHONE = "microphone";

    private static final Duration START_LIMIT = Duration.ofSeconds(15);

    private final Path directory;
    private final Process daemon;

    private PulseServer(Path directory, Process daemon) {
        this.directory = directory;
        this.daemon = daemon;
    }

    /// Starts the daemon and waits until it answers.
    public static PulseServer start() {
        try {
            Path directory = Files.createTempDirectory("liveroom-pulse");
            Process daemon = new ProcessBuilder(command(directory))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .directory(directory.toFile())
                    .start();
            PulseServer server = new PulseServer(directory, daemon);
            server.awaitAnswer();
            return server;
        } catch (IOException cause) {
            throw new UncheckedIOException("PulseAudio does not start; is it installed?", cause);
        }
    }

    private static List<String> command(Path directory) {
        return List.of(
                "env",
                "HOME=" + directory,
                "XDG_RUNTIME_DIR=" + directory,
                "PULSE_RUNTIME_PATH=" + directory,
                "PULSE_STATE_PATH=" + directory,
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--disable-shm=yes",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + directory.resolve("native"),
                "-L",
                "module-null-sink sink_name=" + SPEAKERS + " rate=48000 channels=2",
                "-L",
                "module-null-sink sink_name=" + STAGE + " rate=48000 channels=2",
                "-L",
                "module-remap-source source_name=" + MICROPHONE + " master=" + STAGE + ".monitor");
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!tryRun("pactl", "set-default-source", MICROPHONE) || !tryRun("pactl", "set-default-sink", SPEAKERS)) {
            if (!daemon.isAlive() || System.nanoTime() > deadline) {
                String log = Files.readString(directory.resolve("log"));
                close();
                throw new IllegalStateException("PulseAudio did not come up: " + log);
            }
        }
    }

    private boolean tryRun(String... command) throws IOException {
        Process process = processBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PulseAudio starts");
        } finally {
            process.destroy();
        }
    }

    /// What a program needs in its environment to use this server.
    public Map<String, String> environment() {
        return Map.of("PULSE_SERVER", "unix:" + directory.resolve("native"));
    }

    /// A command that will find this server.
    public ProcessBuilder processBuilder(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        return builder;
    }

    @Override
    public void close() {
        daemon.destroy();
        try {
            if (!daemon.waitFor(5, TimeUnit.SECONDS)) {
                daemon.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            daemon.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        deleteDirectory();
    }

    private void deleteDirectory() {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
