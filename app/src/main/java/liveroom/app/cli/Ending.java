package liveroom.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import liveroom.app.text.Messages;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// The wish to end, from Ctrl-C or from the system, turned into an orderly end: the show gets ten seconds to tell its
/// viewers, close its recording and free its devices. On a signal the process does not end by itself; whoever runs the
/// show ends it, and then the process with `Runtime.halt`.
///
/// The signals are taken themselves, in place of a shutdown hook: hooks run all at once, JavaFX has one that gives up
/// its graphics under a window that is still there, and each picture asked of them from then on is a stack trace.
final class Ending implements AutoCloseable {
    private static final int SECONDS = 10;
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch wished = new CountDownLatch(1);
    private final List<Runnable> givingBack = new ArrayList<>();
    private final PrintWriter err;
    private final Runnable onWish;

    private Ending(PrintWriter err, Runnable onWish) {
        this.err = err;
        this.onWish = onWish;
    }

    /// Listens for signals until closed.
    ///
    /// @param onWish called on a signal, besides; must return at once
    static Ending onSignal(PrintWriter err, Runnable onWish) {
        Ending ending = new Ending(err, onWish);
        SIGNALS.forEach(ending::take);
        return ending;
    }

    private void take(String signal) {
        @Nullable Object before = Signals.register(signal, this::endInTime);
        // Nothing was there before in a system without this signal, or a Java that was started to leave it alone.
        if (before != null) {
            givingBack.add(() -> Signals.unregister(signal, before));
        }
    }

    /// Waits for the wish.
    ///
    /// @return whether it has come
    boolean awaitMillis(long millis) throws InterruptedException {
        return wished.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean isWished() {
        return wished.getCount() == 0;
    }

    /// Listens no more. After a signal the time goes on to run.
    @Override
    public void close() {
        if (taken.compareAndSet(false, true)) {
            givingBack.forEach(Runnable::run);
        }
    }

    /// On a thread of the signal's own. A further one changes nothing.
    private void endInTime() {
        if (!taken.compareAndSet(false, true)) {
            return;
        }
        wished.countDown();
        onWish.run();
        try {
            Thread.sleep(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        err.println(Messages.of("terminal").text("end.tooSlow"));
        err.flush();
        Runtime.getRuntime().halt(Terminal.FAILED);
    }
}
