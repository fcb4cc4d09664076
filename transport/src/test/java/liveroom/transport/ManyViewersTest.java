package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import liveroom.capture.media.FramePool;
import liveroom.transport.VisitingProcess.Visit;
import liveroom.transport.peer.LibraryKeeps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Viewers who come and go leave nothing behind. How many come is set by `-Dliveroom.test.connects=2000`, and how many
/// of those who have further connections by `-Dliveroom.test.spread=200`.
@EnabledOnOs(value = OS.LINUX, architectures = "amd64") // it counts in /proc, and see ClosedConnection
final class ManyViewersTest {
    private static final int CONNECTS = Integer.getInteger("liveroom.test.connects", 150);
    private static final int SPREAD = Integer.getInteger("liveroom.test.spread", 30);
    private static final int PARTS = 5;
    private static final int WARM_UP = 40;
    /// From run to run it differs by a tenth.
    private static final long LIBRARY_KEEPS_BYTES = LibraryKeeps.VIEWER_BYTES * 115 / 100;
    private static final int WARM_UP_SPREAD = 12;
    /// With three further connections, over all of which pictures came: 23 and 29 KB were measured.
    private static final long LIBRARY_KEEPS_OF_SPREAD_BYTES = 32 * 1024;
    /// The ups and downs of the libraries, whatever the number of viewers: 100 KB were seen.
    private static final long SWING_BYTES = 1 << 20;
    /// A third of that was measured.
    private static final long HEAP_KEEPS_BYTES = 1024;
    private static final long HEAP_SWING_BYTES = 512 * 1024;

    /// @param nativeBytes that native libraries have asked for and not given back
    /// @param heapBytes of Java's objects after a collection
    private record Usage(long threads, long handles, long nativeBytes, long heapBytes, long residentBytes) {
        static Usage now() throws IOException {
            System.gc();
            long heapBytes =
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            String status = Files.readString(Path.of("/proc/self/status"));
            return new Usage(
                    entries("/proc/self/task"),
                    entries("/proc/self/fd"),
                    NativeMemory.inUseBytes(),
                    heapBytes,
                    kilobytes(status, "VmRSS:") * 1024);
        }

        private static long entries(String directory) throws IOException {
            try (Stream<Path> entries = Files.list(Path.of(directory))) {
                return entries.count();
            }
        }

        private static long kilobytes(String status, String name) {
            String line = status.lines()
                    .filter(each -> each.startsWith(name))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", ""));
        }
    }

    @Test
    void connects_andDisconnects_leakNoThreadNoHandleNoMemoryNoObject() throws Exception {
        try (TestRoom test = new TestRoom();
                VisitingProcess viewers = new VisitingProcess(test.room.port(), Visit.SHORT)) {
            viewers.visit(WARM_UP);
            assertLittleIsKept(() -> isEmpty(test.room), viewers, CONNECTS, LIBRARY_KEEPS_BYTES);
        }
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void connects_withFurtherConnections_leakNoThreadNoHandleNoMemoryNoObject() throws Exception {
        try (SharedRoom test = new SharedRoom();
                VisitingProcess viewers = new VisitingProcess(test.room.port(), Visit.SPREAD)) {
            viewers.visit(WARM_UP_SPREAD);
            BooleanSupplier atRest = () -> isEmpty(test.room) && !test.isEncoding();
            assertLittleIsKept(atRest, viewers, SPREAD, LIBRARY_KEEPS_OF_SPREAD_BYTES);
        }
        assertThat(FramePool.lentByAll()).isZero();
    }

    private static boolean isEmpty(Room room) {
        return room.viewers().isEmpty();
    }

    private static void assertLittleIsKept(
            BooleanSupplier atRest, VisitingProcess viewers, int times, long libraryKeepsBytes) throws IOException {
        Usage before = settled(atRest);
        for (int part = 0; part < PARTS; part++) {
            viewers.visit(times / PARTS);
            System.out.println("so far: " + Usage.now());
        }
        Usage after = settled(atRest);
        long kept = (after.nativeBytes() - before.nativeBytes()) / times;
        long heapKept = (after.heapBytes() - before.heapBytes()) / times;
        System.out.printf(
                "%d connects: %s, then %s: for each, %d bytes of native memory and %d of the heap are kept%n",
                times, before, after, kept, heapKept);

        assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 3);
        assertThat(after.handles()).isLessThanOrEqualTo(before.handles() + 3);
        assertThat(after.nativeBytes() - before.nativeBytes()).isLessThan(times * libraryKeepsBytes + SWING_BYTES);
        assertThat(after.heapBytes() - before.heapBytes()).isLessThan(times * HEAP_KEEPS_BYTES + HEAP_SWING_BYTES);
    }

    /// Waits until the last encoder, sockets and threads of the library have gone.
    private static Usage settled(BooleanSupplier atRest) throws IOException {
        Await.until("an empty room", atRest);
        Usage last = Usage.now();
        for (int calm = 0, i = 0; calm < 5 && i < 50; i++) {
            Await.pause();
            Usage now = Usage.now();
            calm = now.threads() == last.threads() && now.handles() == last.handles() ? calm + 1 : 0;
            last = now;
        }
        return last;
    }
}
