package liveroom.transport.control;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import liveroom.transport.http.HttpAnswer;

/// The producers who listen: a bounded number, of which none can hold another up. Free-threaded.
final class EventStreams {
    static final int MAX_STREAMS = 24;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Function<Topic, String> json;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger places = new AtomicInteger(MAX_STREAMS);

    /// @param json what a topic is about now, as one line
    EventStreams(Function<Topic, String> json) {
        this.json = json;
    }

    /// Answers with a stream.
    ///
    /// @param welcome asked once more when the stream can be ended: its key may have been revoked meanwhile
    HttpAnswer answer(String who, BooleanSupplier welcome) {
        if (places.get() <= 0) {
            return HttpAnswer.refusal(503, "As many producers listen as can; try again in a moment.")
                    .with("Retry-After", "5");
        }
        return HttpAnswer.stream("text/event-stream", body -> {
            EventStream stream = new EventStream(who, json);
            if (places.decrementAndGet() < 0) {
                places.incrementAndGet();
                return; // another was quicker; the producer comes again
            }
            open.add(stream);
            tell(Topic.ROOM);
            try {
                if (welcome.getAsBoolean()) {
                    stream.write(body);
                }
            } finally {
                open.remove(stream);
                places.incrementAndGet();
                tell(Topic.ROOM);
            }
        });
    }

    void tell(Topic topic) {
        open.forEach(stream -> stream.tell(topic));
    }

    /// The names of those who listen, each once.
    List<String> names() {
        return open.stream().map(EventStream::who).distinct().sorted().toList();
    }

    /// To be called about once a second.
    void endStuck() {
        long now = System.nanoTime();
        open.forEach(stream -> stream.endIfStuck(now, PATIENCE_NANOS));
    }

    void endAll() {
        open.forEach(EventStream::end);
    }
}
