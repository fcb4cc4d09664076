package liveroom.transport.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class EventStreamTest {
    private final AtomicInteger revision = new AtomicInteger(1);
    private final EventStream stream =
            new EventStream("Ana", topic -> "\"%s %d\"".formatted(topic.event(), revision.get()));

    private static String read(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("after %s", text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    @Test
    void write_everyTopicFirst_thenWhatChanged() throws Exception {
        try (PipedInputStream in = new PipedInputStream(4096);
                PipedOutputStream out = new PipedOutputStream(in)) {
            Thread writer = Thread.ofVirtual().start(() -> write(out));
            assertThat(read(in, "room 1\"\n\n")).isEqualTo("""
                    event: state
                    data: "state 1"

                    event: chat
                    data: "chat 1"

                    event: room
                    data: "room 1"

                    """);

            revision.set(2);
            stream.tell(Topic.STATE);
            assertThat(read(in, "\n\n")).isEqualTo("event: state\ndata: \"state 2\"\n\n");

            stream.end();
            writer.join();
        }
    }

    @Test
    void write_producerTakesNothing_isEndedAndOvertakenEventsAreForgotten() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        OutputStream stuck = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException();
                }
            }
        };
        Thread writer = Thread.ofVirtual().start(() -> write(stuck));
        begun.await();
        for (int change = 0; change < 100_000; change++) {
            stream.tell(Topic.STATE);
        }

        stream.endIfStuck(System.nanoTime(), Long.MAX_VALUE);
        assertThat(writer.isAlive()).isTrue();
        stream.endIfStuck(System.nanoTime() + 2, 1);
        writer.join();
    }

    private void write(OutputStream out) {
        try {
            stream.write(out);
        } catch (IOException _) {
            // the producer is gone
        }
    }
}
