package liveroom.transport.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which connections are giving an answer that goes on: whoever ends those that take too long spares
/// these. An answer is written on the thread of its connection. Free-threaded.
final class LongAnswers {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    void write(HttpAnswer.StreamWriter writer, OutputStream body) throws IOException {
        Thread connection = Thread.currentThread();
        threads.add(connection);
        try {
            writer.write(body);
        } finally {
            threads.remove(connection);
        }
    }

    /// Whether the connection that `thread` serves is giving one now.
    boolean isGivenBy(Thread thread) {
        return threads.contains(thread);
    }
}
