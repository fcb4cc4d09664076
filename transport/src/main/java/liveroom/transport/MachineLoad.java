package liveroom.transport;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// How busy this machine's processors are, with all that runs on it.
///
/// Not counted on Linux (`/proc/stat`, `proc_stat(5)`): what runs at a low priority (`nice(1)`) and stands back when
/// the studio has work; the studio itself always is. One thread.
final class MachineLoad {
    private static final Path TIMES = Path.of("/proc/stat");
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Times last = Times.NONE;

    /// Since the last call, 0 to 1; negative if the system does not tell.
    double sinceLastCall() {
        if (!Files.isReadable(TIMES)) {
            return SYSTEM.getCpuLoad();
        }
        try (Stream<String> lines = Files.lines(TIMES)) {
            Times before = last;
            last = Times.parse(lines.findFirst().orElse(""));
            return Math.max(last.loadSince(before), SYSTEM.getProcessCpuLoad());
        } catch (IOException | NumberFormatException _) {
            return SYSTEM.getCpuLoad();
        }
    }

    /// Of all processors since the machine started, in ticks of the kernel's.
    ///
    /// @param busy what no other program may have instead: `user`, `system`, `irq`, `softirq`
    /// @param all `busy` with `nice`, `idle` and `iowait`; not what a virtual machine's host took away
    record Times(long busy, long all) {
        static final Times NONE = new Times(0, 0);

        /// @param line the first of `/proc/stat`: `cpu user nice system idle iowait irq softirq …`
        static Times parse(String line) {
            String[] words = line.strip().split(" +", -1);
            if (words.length < 8 || !words[0].equals("cpu")) {
                return NONE;
            }
            long busy = ticks(words, 1) + ticks(words, 3) + ticks(words, 6) + ticks(words, 7);
            return new Times(busy, busy + ticks(words, 2) + ticks(words, 4) + ticks(words, 5));
        }

        private static long ticks(String[] words, int index) {
            return Long.parseLong(words[index]);
        }

        double loadSince(Times before) {
            long passed = all - before.all;
            if (before.all == 0 || passed <= 0) {
                return -1;
            }
            return Math.clamp((double) (busy - before.busy) / passed, 0, 1);
        }
    }
}
