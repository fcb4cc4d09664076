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

/// Viewers who come and go leave nothing behind but what the library keeps for a closed connection. How many come is
/// set
/// by `-Dliveroom.test.connects=2000`.
@EnabledOnOs(OS.LINUX) // it counts in /proc
final class ManyViewersTest {
    private static final int CONNECTS = Integer.getInteger("liveroom.test.connects", 150);
    private static final int PARTS = 5;
    private static final int WARM_UP = 40;
    /// Measured over 800 viewers: about 220 KB for a closed connection with picture, sound and two channels, the same
    /// if it
    /// never connected. A bare one is said to keep 72 KB (webrtc-java issue 283).
    private static final long LIBRARY_KEEPS_BYTES = 320 * 1024;
    /// The allocator's and the collector's own ups and downs, whatever the number of viewers.
    private static final long SWING_BYTES = 32L << 20;

    private record Usage(long threads, long handles, long residentBytes) {
        static Usage now() throws IOException {
            System.gc();
            String status = Files.readString(Path.of("/proc/self/status"));
            return new Usage(entries("/proc/self/task"), entries("/proc/self/fd"), kilobytes(status, "VmRSS:") * 1024);
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
            System.out.printf("%d connects: %s, then %s%n", CONNECTS, before, after);

            assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 3);
            assertThat(after.handles()).isLessThanOrEqualTo(before.handles() + 3);
            assertThat(after.residentBytes() - before.residentBytes())
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
