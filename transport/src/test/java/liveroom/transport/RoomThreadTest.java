package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class RoomThreadTest {
    @Test
    void execute_ofWorkThatThrows_isLoggedAndTheNextIsDone() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(RoomThread.class);
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        log.addAppender(kept);
        try (RoomThread room = new RoomThread()) {
            room.execute(() -> {
                throw new IllegalStateException("a fault of this test");
            });
            assertThat(room.submit(() -> Thread.currentThread().getName()).get(20, TimeUnit.SECONDS))
                    .isEqualTo("room");
        } finally {
            log.detachAppender(kept);
        }
        assertThat(kept.list)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("a fault of this test"));
    }
}
