package liveroom.app.studio;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import liveroom.app.studio.StudioSnapshot.ProcessFigures;
import liveroom.capture.media.StudioClock;

/// Measures what the studio costs the machine. The figures are renewed once a second at most, by whoever asks.
final class ProcessMeter {
    private static final long WINDOW_NANOS = 1_000_000_000L;
    private static final Path RESIDENT_PAGES = Path.of("/proc/self/statm");
    private static final int PAGE_BYTES = 4096;

    private final StudioClock clock;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long startedNanos;
    private long windowStartNanos;
    private long cpuAtStartNanos;
    private double cpuPercent;
    private double rssMb = Double.NaN;

    ProcessMeter(StudioClock clock) {
        this.clock = clock;
        this.startedNanos = clock.nanos();
        this.windowStartNanos = startedNanos;
        this.cpuAtStartNanos = system.getProcessCpuTime();
    }

    synchronized ProcessFigures figures() {
        long now = clock.nanos();
        long elapsed = now - windowStartNanos;
        if (elapsed >= WINDOW_NANOS) {
            long cpu = system.getProcessCpuTime();
            cpuPercent = 100.0 * (cpu - cpuAtStartNanos) / elapsed;
            cpuAtStartNanos = cpu;
            windowStartNanos = now;
            rssMb = residentMb();
        }
        return new ProcessFigures((now - startedNanos) / 1e9, cpuPercent, rssMb);
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
