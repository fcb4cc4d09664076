package liveroom.transport.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.StudioClock;
import liveroom.transport.shared.SendingThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What [NetworkThread] takes the library to be.
@Timeout(30)
final class NetworkThreadTest {
    private static final String ROUND_ROBIN = "2";
    private final PeerFactory factory = new PeerFactory(StudioClock.SYSTEM, new PeerSettings(List.of(), 500, 30));
    private final SendingThread sending = factory.sendingThread();

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void run_ofManySteps_runsEachOnTheSameOtherThreadBeforeItReturns() {
        assumeThat(ClosedConnection.isKnownHere()).isTrue();
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            sending.run(() -> threads.add(Thread.currentThread()));
            assertThat(threads).hasSize(i);
        }
        assertThat(threads).containsOnly(threads.getFirst()).doesNotContain(Thread.currentThread());
    }

    @Test
    void run_whereTheSystemGrantsIt_isInRealTime() throws IOException, InterruptedException {
        assumeThat(ClosedConnection.isKnownHere()).isTrue();
        assumeThat(isRealTimeGranted()).isTrue();
        List<String> policies = new ArrayList<>();
        sending.run(() -> policies.add(policy()));
        assertThat(policies).containsExactly(ROUND_ROBIN);
    }

    private static boolean isRealTimeGranted() throws IOException, InterruptedException {
        return new ProcessBuilder("chrt", "--rr", "1", "true").start().waitFor() == 0;
    }

    /// The member `policy` of `proc_pid_stat(5)`, counted from the first after the name.
    private static String policy() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[41 - 3];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void run_ofAStepThatFails_failsAndRunsTheNext() {
        List<String> done = new ArrayList<>();
        assertThatThrownBy(() -> sending.run(() -> {
                    throw new AssertionError("no");
                }))
                .hasStackTraceContaining("no");
        sending.run(() -> done.add("next"));
        assertThat(done).containsExactly("next");
    }
}
