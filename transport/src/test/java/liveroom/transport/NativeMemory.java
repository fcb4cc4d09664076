package liveroom.transport;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/// What native libraries and Java's direct buffers have taken by `malloc` and not given back, as glibc counts it
/// (`mallinfo2`), less what the virtual machine took for itself (compiler, collector, classes), as its native memory
/// tracking counts that: leaks show in it; fragmentation and the machine's own ups and downs do not.
final class NativeMemory {
    private static final int FIELDS = 10;
    private static final int MAPPED = 4; // hblkhd
    private static final int IN_USE = 7; // uordblks

    private static final Pattern ALL_OF_THE_MACHINE = Pattern.compile("Total:.*\\s+malloc: (\\d+)");
    private static final Pattern DIRECT_BUFFERS = Pattern.compile("malloc=(\\d+) tag=Other");

    private NativeMemory() {}

    static long inUseBytes() {
        return allocatedBytes() - virtualMachineBytes();
    }

    private static long virtualMachineBytes() {
        String report = trackingReport();
        return bytes(ALL_OF_THE_MACHINE, report) - bytes(DIRECT_BUFFERS, report);
    }

    private static long bytes(Pattern pattern, String report) {
        Matcher match = pattern.matcher(report);
        if (!match.find()) {
            throw new IllegalStateException("the JVM must run with -XX:NativeMemoryTracking=summary: " + report);
        }
        return Long.parseLong(match.group(1));
    }

    private static String trackingReport() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmNativeMemory",
                            new Object[] {new String[] {"summary", "scale=1"}},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("the JVM does not report its native memory", e);
        }
    }

    private static long allocatedBytes() {
        Linker linker = Linker.nativeLinker();
        MethodHandle mallinfo = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("mallinfo2"),
                FunctionDescriptor.of(
                        MemoryLayout.structLayout(MemoryLayout.sequenceLayout(FIELDS, ValueLayout.JAVA_LONG))));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
            return info.getAtIndex(ValueLayout.JAVA_LONG, IN_USE) + info.getAtIndex(ValueLayout.JAVA_LONG, MAPPED);
        } catch (Throwable e) {
            throw new IllegalStateException("mallinfo2 failed", e);
        }
    }
}
