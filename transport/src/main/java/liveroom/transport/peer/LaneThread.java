package liveroom.transport.peer;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A platform thread that does one step after another until closed. A step that fails is logged, the first time, and
/// the next one is done.
final class LaneThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneThread.class);
    private static final Duration JOIN = Duration.ofSeconds(2);

    private final Step step;
    private final Thread thread;
    private volatile boolean ending;

    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    LaneThread(String name, Step step) {
        this.step = step;
        thread = Thread.ofPlatform().name(name).daemon().start(this::loop);
    }

    @SuppressWarnings("CatchingUnchecked")
    private void loop() {
        boolean failed = false;
        while (!ending) {
            try {
                step.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                if (!failed) {
                    LOG.error("{} failed at a frame; it goes on with the next", thread.getName(), e);
                    failed = true;
                }
            }
        }
    }

    @Override
    public void close() {
        ending = true;
        try {
            if (!thread.join(JOIN)) {
                LOG.error("{} does not end", thread.getName());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
