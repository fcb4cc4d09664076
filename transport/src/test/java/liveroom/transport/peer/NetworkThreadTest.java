package liveroom.transport.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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
