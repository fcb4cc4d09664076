package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Viewers who come and go leave nothing behind. How many come is set by `-Dliveroom.test.connects=2000`.
@EnabledOnOs(value = OS.LINUX, architectures = "amd64") // it counts in /proc, and see ClosedConnection
final class ManyViewersTest {
    private static final int CONNECTS = Integer.getInteger("liveroom.test.connects", 150);
    private static final int PARTS = 5;
    private static final int WARM_UP = 40;
    /// 13 to 15 KB were measured: what came on the data channels, and the library's own listeners.
    private static final long LIBRARY_KEEPS_BYTES = 20 * 1024;
    /// The ups and downs of the virtual machine and the libraries, whatever the number of viewers.
    private static final long SWING_BYTES = 6L << 20;

    /// @param nativeBytes that native code has asked for and not given back
    private record Usage(long threads, long handles, long nativeBytes, long residentBytes) {
        static Usage now() throws IOException {
            System.gc();
            String status = Files.readString(Path.of("/proc/self/status"));
            return new Usage(
                    entries("/proc/self/task"),
                    entries("/proc/self/fd"),
                    NativeMemory.inUseBytes(),
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
    void connects_andDisconnects_leakNoThreadNoHandleNoMemory() throws Exception {
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
            System.out.printf("%d connects: %s, then %s: %d bytes kept for each%n", CONNECTS, before, after, kept);

            assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 3);
            assertThat(after.handles()).isLessThanOrEqualTo(before.handles() + 3);
            assertThat(after.nativeBytes() - before.nativeBytes())
                    .isLessThan(CONNECTS * LIBRARY_KEEPS_BYTES + SWING_BYTES);
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
