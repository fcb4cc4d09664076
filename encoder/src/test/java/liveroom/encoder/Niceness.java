package liveroom.encoder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What `sched(7)` calls the nice value: the lower, the larger a thread's share of a processor. Linux alone.
final class Niceness {
    static final int LARGER_SHARE = -10;
    /// The member `nice` of `proc_pid_stat(5)`, counted from the first after the name.
    private static final int NICE = 19 - 3;

    private Niceness() {}

    static boolean isLargerShareGranted() throws IOException {
        Process nice = new ProcessBuilder("nice", "-n", String.valueOf(LARGER_SHARE), "nice").start();
        String granted = new String(nice.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return granted.strip().equals(String.valueOf(LARGER_SHARE));
    }

    static int ofThisThread() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
