package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import liveroom.capture.media.FramePool;
import liveroom.transport.peer.LibraryKeeps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Viewers who come and go leave nothing behind. How many come is set by `-Dliveroom.test.connects=2000`.
@EnabledOnOs(value = OS.LINUX, architectures = "amd64") // it counts in /proc, and see ClosedConnection
final class ManyViewersTest {
    private static final int CONNECTS = Integer.getInteger("liveroom.test.connects", 150);
    private static final int PARTS = 5;
    private static final int WARM_UP = 40;
    /// From run to run it differs by a tenth.
    private static final long LIBRARY_KEEPS_BYTES = LibraryKeeps.VIEWER_BYTES * 115 / 100;
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
                VisitingProcess viewers = new VisitingProcess(test.room.port())) {
            viewers.visit(WARM_UP);
            Usage before = settled(test);
            for (int part = 0; part < PARTS; part++) {
                viewers.visit(CONNECTS / PARTS);
                System.out.println("so far: " + Usage.now());
            }
            Usage after = settled(test);
            long kept = (after.nativeBytes() - before.nativeBytes()) / CONNECTS;
            long heapKept = (after.heapBytes() - before.heapBytes()) / CONNECTS;
            System.out.printf(
                    "%d connects: %s, then %s: for each, %d bytes of native memory and %d of the heap are kept%n",
                    CONNECTS, before, after, kept, heapKept);

            assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 3);
            assertThat(after.handles()).isLessThanOrEqualTo(before.handles() + 3);
            assertThat(after.nativeBytes() - before.nativeBytes())
                    .isLessThan(CONNECTS * LIBRARY_KEEPS_BYTES + SWING_BYTES);
            assertThat(after.heapBytes() - before.heapBytes())
                    .isLessThan(CONNECTS * HEAP_KEEPS_BYTES + HEAP_SWING_BYTES);
        }
        assertThat(FramePool.lentByAll()).isZero();
    }

    /// Waits until the last sockets and threads of the library have gone.
    private static Usage settled(TestRoom test) throws IOException {
        Await.until("an empty room", () -> test.room.viewers().isEmpty());
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
