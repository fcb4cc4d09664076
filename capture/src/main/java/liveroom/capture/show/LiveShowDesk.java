package liveroom.capture.show;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import liveroom.capture.media.StudioClock;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Show;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk of one running show: its state, its history, and who is told.
///
/// Commands are done one after another under one lock, by the threads that give them. They only
/// compute; whatever takes time is the business of listeners and of the [ShowKeeping], which hand
/// on.
public final class LiveShowDesk implements ShowDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LiveShowDesk.class);

    private final StudioClock clock;
    private final ShowEdits edits;
    private final ShowKeeping keeping;
    private final CommandLog log = new CommandLog(LOG);
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final History history = new History();
    /// States that the listeners have not been told yet: more than one only while a listener gives
    /// a command itself.
    private final Deque<DeskState> untold = new ArrayDeque<>();
    private boolean telling;

    private volatile DeskState state;

    /// Begins with the first scene of `show` on air, and the second one as the next.
    ///
    /// @param clock the studio's
    /// @param wallClock for countdowns
    /// @param keeping is closed with the desk
    public LiveShowDesk(Show show, StudioClock clock, InstantSource wallClock, ShowKeeping keeping) {
        this.clock = clock;
        this.edits = new ShowEdits(wallClock);
        this.keeping = keeping;
        this.state = OnAir.begin(show, clock.nanos());
    }

    @Override
    public DeskState state() {
        return state;
    }

    @Override
    public DeskState perform(ShowCommand command, String who) throws RefusedException {
        lock.lock();
        try {
            DeskState before = state;
            DeskState after = counted(before, after(before, command, who));
            if (!after.equals(before)) {
                state = after;
                if (!after.show().equals(before.show())) {
                    keeping.keep(after.show());
                }
                tell(after);
            }
            return after;
        } finally {
            lock.unlock();
        }
    }

    /// With what the history has become, and with the next revision if anything has changed.
    private DeskState counted(DeskState before, DeskState after) {
        DeskState same = revision(after, before.revision());
        return same.equals(before) ? before : revision(after, before.revision() + 1);
    }

    private DeskState revision(DeskState after, long revision) {
        return new DeskState(
                revision,
                after.show(),
                after.programId(),
                after.previewId(),
                after.change(),
                after.nextCue(),
                history.earlier().isPresent(),
                history.later().isPresent());
    }

    private DeskState after(DeskState before, ShowCommand command, String who) throws RefusedException {
        try {
            return switch (command) {
                case ShowCommand.Single single -> remembered(before, done(before, single), command, who);
                case ShowCommand.All all -> remembered(before, done(before, all), command, who);
                case ShowCommand.Undo _ -> undone(before, who);
                case ShowCommand.Redo _ -> redone(before, who);
            };
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private DeskState done(DeskState before, ShowCommand.All all) throws RefusedException {
        DeskState after = before;
        for (ShowCommand.Single each : all.commands()) {
            after = done(after, each);
        }
        return after;
    }

    private DeskState done(DeskState before, ShowCommand.Single command) throws RefusedException {
        return switch (command) {
            case ShowCommand.Edit edit -> OnAir.showing(before, edits.edited(before, edit));
            case ShowCommand.Preview it ->
                OnAir.previewing(before, Find.scene(before.show(), it.sceneId()).id());
            case ShowCommand.Take it ->
                OnAir.taken(before, before.previewId(), before.programId(), it.transition(), clock.nanos());
            case ShowCommand.Next _ -> next(before);
            case ShowCommand.SkipTo it -> OnAir.atCue(before, Find.cue(before.show(), it.cueId()));
        };
    }

    /// Writes the command into the history, if it has changed the show, and into the log.
    private DeskState remembered(DeskState before, DeskState after, ShowCommand command, String who)
            throws RefusedException {
        boolean edited = !after.show().equals(before.show());
        if (edited && ShowJson.bytes(after.show()) > ShowJson.MAX_BYTES) {
            throw new RefusedException("The show would become larger than its file may be: "
                    + ShowJson.MAX_BYTES / (1 << 20) + " MiB. Remove something first.");
        }
        boolean step = edited
                && history.remember(History.Moment.of(before), Step.of(who, clock.nanos(), before.show(), command));
        if (step || !(command instanceof ShowCommand.Edit)) {
            log.done(who, command);
        }
        return after;
    }

    private DeskState undone(DeskState before, String who) throws RefusedException {
        History.Moment earlier = history.earlier().orElseThrow(() -> new RefusedException("There is nothing to undo."));
        DeskState after = OnAir.backAt(earlier, before);
        history.wentBack(History.Moment.of(before));
        log.done(who, new ShowCommand.Undo());
        return after;
    }

    private DeskState redone(DeskState before, String who) throws RefusedException {
        History.Moment later = history.later().orElseThrow(() -> new RefusedException("There is nothing to redo."));
        DeskState after = OnAir.backAt(later, before);
        history.wentForth(History.Moment.of(before));
        log.done(who, new ShowCommand.Redo());
        return after;
    }

    /// Takes the cue and previews the scene that the run-down leads to after it; where it leads to
    /// none, the one that was on air.
    private DeskState next(DeskState before) throws RefusedException {
        List<Cue> rundown = before.show().rundown();
        if (before.nextCue() >= rundown.size()) {
            throw new RefusedException("The run-down is at its end.");
        }
        Cue cue = rundown.get(before.nextCue());
        Find.targets(before.show(), cue);
        DeskState moved = OnAir.atCue(before, before.nextCue() + 1);
        return switch (cue.action()) {
            case Cue.Action.Reveal it -> done(moved, new ShowCommand.Reveal(it.sceneId(), it.layerId(), it.shown()));
            case Cue.Action.Take it -> {
                String left = it.sceneId().equals(before.programId()) ? before.previewId() : before.programId();
                DeskState taken = OnAir.taken(moved, it.sceneId(), left, it.transition(), clock.nanos());
                yield OnAir.previewing(taken, OnAir.upcoming(taken).orElse(left));
            }
        };
    }

    /// Told under the lock, so that nobody hears of a later state first.
    private void tell(DeskState newest) {
        untold.addLast(newest);
        if (telling) {
            return;
        }
        telling = true;
        try {
            while (!untold.isEmpty()) {
                DeskState next = untold.removeFirst();
                listeners.forEach(listener -> listener.tell(next));
            }
        } finally {
            telling = false;
        }
    }

    @Override
    public Runnable onChange(Consumer<DeskState> listener) {
        Listener own = new Listener(listener);
        lock.lock();
        try {
            listeners.add(own);
        } finally {
            lock.unlock();
        }
        return () -> listeners.remove(own);
    }

    @Override
    public void close() {
        keeping.close();
    }

    /// Equal to nothing else: whoever is added twice is removed once at a time.
    private static final class Listener {
        private final Consumer<DeskState> told;

        Listener(Consumer<DeskState> told) {
            this.told = told;
        }

        void tell(DeskState next) {
            try {
                told.accept(next);
            } catch (RuntimeException e) {
                LOG.warn("A listener to the show failed", e);
            }
        }
    }
}
