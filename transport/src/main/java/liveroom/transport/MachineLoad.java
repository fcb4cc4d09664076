package liveroom.transport;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How busy this machine's processors are, 0 to 1; negative if the system does not tell.
///
/// @param all with all that runs on it
/// @param own with the studio alone
record MachineLoad(double all, double own) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static MachineLoad sinceLastCall() {
        return new MachineLoad(SYSTEM.getCpuLoad(), SYSTEM.getProcessCpuLoad());
    }
}
