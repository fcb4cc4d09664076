package liveroom.app.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import liveroom.app.text.Messages;

/// The wish to end, from Ctrl-C or from the system, turned into an orderly end: the show gets ten seconds to tell its
/// viewers, close its recording and free its devices. On a signal the process does not end by itself; whoever runs the
/// show ends it, and then the process with `Runtime.halt`.
final class Ending implements AutoCloseable {
    private static final int SECONDS = 10;

    private final CountDownLatch wished = new CountDownLatch(1);
    private final PrintWriter err;
    private final Runnable onWish;
    private final Thread hook = new Thread(this::endInTime, "ending");

    private Ending(PrintWriter err, Runnable onWish) {
        this.err = err;
        this.onWish = onWish;
    }

    /// Listens for signals until closed.
    ///
    /// @param onWish called on a signal, besides; must return at once
    static Ending onSignal(PrintWriter err, Runnable onWish) {
        Ending ending = new Ending(err, onWish);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
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
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already: the hook runs, and only a halt ends it.
            wished.countDown();
        }
    }

    /// Returning would let the process end while the show is still being closed.
    private void endInTime() {
        // JavaFX has a hook of its own, which gives up its graphics at once, and would print a stack trace for each
        // event that still comes. From here on, the show alone has something to say.
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
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
