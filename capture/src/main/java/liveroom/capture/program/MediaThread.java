package liveroom.capture.program;

import java.util.concurrent.TimeUnit;
import liveroom.capture.media.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A named platform thread that repeats one step until closed, in [real time][RealTime] where that is granted. A
/// fault in a step costs that step, not the show: the next step follows. The first fault is logged: a fault in each
/// step must not fill the
/// disk.
final class MediaThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaThread.class);
    private static final long PAUSE_AFTER_FAULT_MILLIS = 10;

    /// One round of a loop; it ends the loop by letting an interrupt through.
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    private final Thread thread;

    MediaThread(String name, Step step) {
        thread = Thread.ofPlatform().name(name).unstarted(() -> repeat(step));
    }

    void start() {
        thread.start();
    }

    @SuppressWarnings("CatchingUnchecked")
    private static void repeat(Step step) {
        RealTime.ask(RealTime.Rank.BEAT);
        boolean failed = false;
        try {
            while (!Thread.interrupted()) {
                try {
                    step.run();
                } catch (RuntimeException | Error e) {
                    if (!failed) {
                        failed = true;
                        LOG.error(
                                "A step of {} failed; it goes on with the next",
                                Thread.currentThread().getName(),
                                e);
                    }
                    TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAULT_MILLIS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the loop and waits for it.
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
