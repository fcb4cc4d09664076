package liveroom.app.studio;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liveroom.app.studio.StudioSnapshot.ProcessFigures;
import liveroom.capture.media.StudioClock;

/// Measures what the studio costs the machine. [#renew()] asks the system, once a second at most, on one thread;
/// [#figures()] returns at once.
final class ProcessMeter {
    private static final long WINDOW_NANOS = 1_000_000_000L;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("^VmRSS:\\s+(\\d+) kB$", Pattern.MULTILINE);

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
            Matcher resident = RESIDENT.matcher(Files.readString(STATUS, StandardCharsets.UTF_8));
            return resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : Double.NaN;
        } catch (IOException _) {
            return Double.NaN;
        }
    }
}
