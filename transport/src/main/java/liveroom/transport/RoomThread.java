package liveroom.transport;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread `room`. Whatever a task throws is logged, since nobody asks most of them how they ended.
final class RoomThread extends ScheduledThreadPoolExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(RoomThread.class);

    RoomThread() {
        super(1, Thread.ofPlatform().name("room").daemon().factory());
        setRemoveOnCancelPolicy(true); // or deadlines would hold on to viewers who have left
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
        super.afterExecute(task, thrown);
        if (task instanceof Future<?> ended && ended.state() == Future.State.FAILED) {
            LOG.error("Work on the thread of the room failed", ended.exceptionNow());
        }
    }
}
