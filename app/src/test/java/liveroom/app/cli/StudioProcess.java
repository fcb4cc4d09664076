package liveroom.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The studio in a process of its own, started as `./studio` starts it. Confined to one thread.
final class StudioProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> err = new LinkedBlockingQueue<>();
    private final List<String> errSeen = new ArrayList<>();
    private final List<Thread> readers;

    private StudioProcess(Process process) {
        this.process = process;
        this.readers = List.of(read(process.inputReader(), out), read(process.errorReader(), err));
    }

    /// Starts the studio without a display, with all its files under `home`.
    static StudioProcess start(Path home, String... arguments) throws IOException {
        ProcessBuilder builder = builder(home, arguments);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        return new StudioProcess(builder.start());
    }

    /// Starts the studio on this test's own display, with all its files under `home`.
    ///
    /// @param temporary a folder for its temporary files
    static StudioProcess startOnDisplay(Path home, Path temporary, String... arguments) throws IOException {
        ProcessBuilder builder = builder(home, arguments);
        builder.command().add(1, "-Djava.io.tmpdir=" + temporary);
        return new StudioProcess(builder.start());
    }

    private static ProcessBuilder builder(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--class-path",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "liveroom.app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LIVEROOM_HOME", home.toString());
        return builder;
    }

    /// The next line of standard output.
    String nextLine() throws InterruptedException {
        String line = out.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("no line came; standard error: " + errors());
        }
        return line;
    }

    /// Waits for a line on standard error that holds `text`.
    void awaitError(String text) throws InterruptedException {
        String line = "";
        while (!line.contains(text)) {
            line = err.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("'" + text + "' did not come; standard error: " + errors());
            }
            errSeen.add(line);
        }
    }

    /// Waits for something that happens while the studio runs.
    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (!isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what + "; standard error: " + errors());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /// Whether it has a thread of this name, as the system tells; of a long name the first 15 characters.
    boolean hasThread(String name) {
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path task : tasks) {
                if (Files.readString(task.resolve("comm")).strip().equals(name)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException _) {
            return false; // one has ended while we looked
        }
    }

    /// Sends SIGTERM, or another signal by its name.
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("kill " + name);
        }
    }

    /// Waits for the end of the process.
    ///
    /// @return the exit code
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the studio goes on; standard error: " + errors());
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Everything on standard error so far.
    String errors() {
        err.drainTo(errSeen);
        return String.join("\n", errSeen);
    }

    /// The lines of standard output that were not read yet.
    List<String> unreadLines() {
        return List.copyOf(out);
    }

    private static Thread read(BufferedReader from, BlockingQueue<String> to) {
        return Thread.ofVirtual().start(() -> from.lines().forEach(to::add));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
