package liveroom.capture.show;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import liveroom.capture.scene.Show;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a show into its file by itself, on the thread `show-file`: when nothing has changed for a
/// second, after five seconds of changes at the latest, and at the end. What could not be written
/// is tried again.
public final class Autosave implements ShowKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LATEST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int CLOSE_SECONDS = 5;

    private final ShowFile file;
    private final Consumer<String> complaints;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("show-file").factory());
    private volatile @Nullable Show newest;
    private volatile long changedNanos;

    // Confined to the writer.
    private @Nullable Show onDisk;
    private boolean waiting;
    private boolean tryingAgain;
    private boolean complained;

    /// @param complaints is told a sentence when the file cannot be written; must return at once
    public Autosave(ShowFile file, Consumer<String> complaints) {
        this.file = file;
        this.complaints = complaints;
    }

    @Override
    public void keep(Show show) {
        newest = show;
        changedNanos = System.nanoTime();
        try {
            writer.execute(this::begin);
        } catch (RejectedExecutionException _) {
            LOG.warn("The show was changed after it had been closed; the change is not kept");
        }
    }

    private void begin() {
        if (!waiting) {
            waiting = true;
            waitForQuiet(System.nanoTime() + LATEST_NANOS);
        }
    }

    private void waitForQuiet(long latestNanos) {
        long now = System.nanoTime();
        long left = Math.min(changedNanos + QUIET_NANOS - now, latestNanos - now);
        if (left > 0) {
            later(() -> waitForQuiet(latestNanos), left);
        } else {
            waiting = false;
            write();
        }
    }

    private void write() {
        Show show = newest;
        if (show == null || show.equals(onDisk)) {
            return;
        }
        try {
            file.write(show);
            onDisk = show;
            complained = false;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The show could not be written: {}", e.toString());
            if (!complained) {
                complained = true;
                complaints.accept("The show could not be written to " + file.path() + " ("
                        + e.getClass().getSimpleName() + "). The studio keeps trying; make room, or allow it there.");
            }
            tryAgain();
        }
    }

    private void tryAgain() {
        if (!tryingAgain) {
            tryingAgain = true;
            later(
                    () -> {
                        tryingAgain = false;
                        write();
                    },
                    AGAIN_NANOS);
        }
    }

    private void later(Runnable task, long nanos) {
        try {
            var _ = writer.schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException _) {
            // closed: the last writing is on its way
        }
    }

    /// Waits until the last change is on disk, for five seconds at most.
    @Override
    public void close() {
        try {
            writer.submit(this::write).get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException _) {
            // closed before
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The disk does not take the show; the last change may be lost", e);
        } catch (InterruptedException _) {
            LOG.warn("The studio is to end at once; the last change to the show may be lost");
            Thread.currentThread().interrupt();
        } finally {
            writer.shutdownNow();
        }
    }
}
