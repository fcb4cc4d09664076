package liveroom.transport;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How busy this machine's processors are, with all that runs on it.
final class MachineLoad {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private MachineLoad() {}

    /// Since the last call, 0 to 1; negative if the system does not tell.
    static double sinceLastCall() {
        return SYSTEM.getCpuLoad();
    }
}
