package liveroom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the threads of another JVM have allocated on its heap, by its own count, which `jcmd Thread.print -e` tells.
/// Threads that begin and end between two readings are missed; media threads do not.
final class Allocation {
    private static final Pattern THREAD = Pattern.compile("^(\".*?\").* allocated=([0-9.]+)([BKMG])\\b.*tid=(\\S+)");

    private final Map<String, Double> byThread = new HashMap<>();

    /// Takes a reading.
    Allocation(long pid) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "Thread.print", "-e")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().forEach(this::read);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        if (byThread.isEmpty()) {
            throw new IllegalStateException("jcmd tells nothing of process " + pid);
        }
    }

    private void read(String line) {
        Matcher thread = THREAD.matcher(line);
        if (thread.find()) {
            double unit = switch (thread.group(3)) {
                case "K" -> 1 << 10;
                case "M" -> 1 << 20;
                case "G" -> 1 << 30;
                default -> 1;
            };
            byThread.put(thread.group(1) + thread.group(4), Double.parseDouble(thread.group(2)) * unit);
        }
    }

    /// Bytes from an earlier reading to this one.
    double bytesSince(Allocation earlier) {
        return byThread.entrySet().stream()
                .mapToDouble(entry -> entry.getValue() - earlier.byThread.getOrDefault(entry.getKey(), 0.0))
                .sum();
    }
}
