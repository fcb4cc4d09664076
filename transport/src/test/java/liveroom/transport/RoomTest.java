package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A room of its own for each test, so that tests of one class may run beside each other; none leaves a frame lent.
abstract class RoomTest {
    TestRoom test;

    @BeforeEach
    final void open() throws Exception {
        test = new TestRoom();
    }

    @AfterEach
    final void close() {
        test.close();
    }

    @AfterAll
    static void assertNothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }
}
