package liveroom.capture.show;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import liveroom.capture.scene.Show;
import org.jspecify.annotations.Nullable;

/// What a show was before each step, and what it was before steps were undone. Confined to whoever
/// holds the desk's lock.
final class History {
    static final int STEPS = 500;

    private final Deque<Moment> earlier = new ArrayDeque<>();
    private final Deque<Moment> later = new ArrayDeque<>();
    private @Nullable Step last;

    /// A show, and the scene that was previewed in it.
    record Moment(Show show, String previewId) {
        static Moment of(DeskState state) {
            return new Moment(state.show(), state.previewId());
        }
    }

    /// Remembers what the show was before `step`, unless the step only carries on with the one
    /// before it.
    ///
    /// @return whether it is a step of its own
    boolean remember(Moment before, Step step) {
        boolean carriesOn = last != null && step.carriesOn(last);
        if (!carriesOn) {
            earlier.addLast(before);
            if (earlier.size() > STEPS) {
                earlier.removeFirst();
            }
        }
        later.clear();
        last = step;
        return !carriesOn;
    }

    Optional<Moment> earlier() {
        return Optional.ofNullable(earlier.peekLast());
    }

    Optional<Moment> later() {
        return Optional.ofNullable(later.peekLast());
    }

    /// The newest step has been undone.
    ///
    /// @param undone what the show was after it
    void wentBack(Moment undone) {
        earlier.removeLast();
        later.addLast(undone);
        last = null;
    }

    /// The step undone last has been done again.
    ///
    /// @param before what the show was before
    void wentForth(Moment before) {
        later.removeLast();
        earlier.addLast(before);
        last = null;
    }
}
