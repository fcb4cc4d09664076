package liveroom.transport.control;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The events of one producer (Server-Sent Events, in the HTML standard). All topics first, whole; then each that has
/// changed. What was overtaken while the producer was slow is left out, so nothing ever waits in a queue.
///
/// [#write(OutputStream)] runs on the producer's own thread; the rest is free-threaded.
final class EventStream {
    /// For the producer to know that the line stands, and for us to know that the producer does.
    private static final long HEARTBEAT_MILLIS = 5000;
    /// At most so often; well below what a person takes for delay.
    private static final long PAUSE_MILLIS = 40;
    /// The producer comes back by itself: what goes wrong with a connection goes wrong for so long at most.
    private static final long LIFE_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final String who;
    private final Function<Topic, String> json;
    private final Set<Topic> due = ConcurrentHashMap.newKeySet();
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean ended;
    private @Nullable Thread writer;
    private long writingSinceNanos;

    /// @param who the producer's name
    /// @param json what a topic is about now, as one line
    EventStream(String who, Function<Topic, String> json) {
        this.who = who;
        this.json = json;
        due.addAll(EnumSet.allOf(Topic.class));
    }

    String who() {
        return who;
    }

    void tell(Topic topic) {
        due.add(topic);
        signal.release();
    }

    void end() {
        ended = true;
        signal.release();
    }

    /// Ends it at once if the producer has not taken what is being written for so long.
    synchronized void endIfStuck(long nowNanos, long patienceNanos) {
        if (writer != null && nowNanos - writingSinceNanos > patienceNanos) {
            ended = true;
            writer.interrupt();
        }
    }

    /// Writes until it is ended, or the producer is gone.
    void write(OutputStream body) throws IOException {
        long begun = System.nanoTime();
        try {
            while (!ended && System.nanoTime() - begun < LIFE_NANOS) {
                write(body, news());
                Thread.sleep(PAUSE_MILLIS);
                var _ = signal.tryAcquire(due.isEmpty() ? HEARTBEAT_MILLIS : 0, TimeUnit.MILLISECONDS);
                signal.drainPermits();
            }
        } catch (InterruptedException _) {
            // the door is closing, or the producer took nothing: see `endIfStuck`
        }
    }

    private String news() {
        StringBuilder news = new StringBuilder();
        for (Topic topic : Topic.values()) {
            if (due.remove(topic)) {
                news.append("event: ")
                        .append(topic.event())
                        .append("\ndata: ")
                        .append(json.apply(topic))
                        .append("\n\n");
            }
        }
        return news.isEmpty() ? ":\n\n" : news.toString();
    }

    private void write(OutputStream body, String text) throws IOException {
        began();
        try {
            body.write(text.getBytes(StandardCharsets.UTF_8));
            body.flush();
        } finally {
            finished();
        }
    }

    private synchronized void began() {
        writingSinceNanos = System.nanoTime();
        writer = Thread.currentThread();
    }

    private synchronized void finished() {
        writer = null;
    }
}
