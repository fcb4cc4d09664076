package liveroom.app.studio;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import liveroom.app.studio.StudioSnapshot.ProcessFigures;
import liveroom.capture.media.StudioClock;

/// Measures what the studio costs the machine. [#renew()] asks the system, once a second at most, on one thread;
/// [#figures()] returns at once.
final class ProcessMeter {
    private static final long WINDOW_NANOS = 1_000_000_000L;
    private static final Path RESIDENT_PAGES = Path.of("/proc/self/statm");
    private static final int PAGE_BYTES = 4096;

    private final StudioClock clock;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long startedNanos;
    private long windowStartNanos;
    private long cpuAtStartNanos;
    private volatile Cost cost = new Cost(0, Double.NaN);

    private record Cost(double cpuPercent, double rssMb) {}

    ProcessMeter(StudioClock clock) {
        this.clock = clock;
        this.startedNanos = clock.nanos();
        this.windowStartNanos = startedNanos;
        this.cpuAtStartNanos = system.getProcessCpuTime();
    }

    void renew() {
        long now = clock.nanos();
        long elapsed = now - windowStartNanos;
        if (elapsed >= WINDOW_NANOS) {
            long cpu = system.getProcessCpuTime();
            cost = new Cost(100.0 * (cpu - cpuAtStartNanos) / elapsed, residentMb());
            cpuAtStartNanos = cpu;
            windowStartNanos = now;
        }
    }

    ProcessFigures figures() {
        Cost known = cost;
        return new ProcessFigures((clock.nanos() - startedNanos) / 1e9, known.cpuPercent(), known.rssMb());
    }

    /// Resident memory where the system shows it as a file (Linux), else not a number.
    private static double residentMb() {
        try {
            String[] fields =
                    Files.readString(RESIDENT_PAGES, StandardCharsets.US_ASCII).split(" ", 3);
            return Long.parseLong(fields[1]) * (double) PAGE_BYTES / (1 << 20);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException _) {
            return Double.NaN;
        }
    }
}
