package liveroom.app.studio;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the host asks for and what takes time: done on the thread `studio`, one thing after another. Free-threaded.
final class Errands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    /// Well under what a signal leaves for the whole end: the recording and the viewers come after this.
    private static final int CLOSE_SECONDS = 2;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("studio").factory());
    private volatile boolean closed;

    /// After the close, nothing is done any more.
    void later(Runnable work) {
        try {
            thread.execute(() -> run(work));
        } catch (RejectedExecutionException _) {
            LOG.debug("The studio closes, and was asked for something");
        }
    }

    private void run(Runnable work) {
        if (closed) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The studio could not do what it was asked", e);
        }
    }

    /// Waits a little for what is being done.
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("The studio closes without waiting for what the host asked last");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
