package liveroom.app.window.brand;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What a value was before and after each change, for undo and redo.
///
/// Confined to one thread.
final class Edits<T> {
    /// The field of a change that stands for itself.
    static final String ALONE = "";

    private static final int MOST = 200;

    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private String lastField = ALONE;

    /// Remembers a value that is about to be changed.
    ///
    /// @param field changes of the same one in a row are undone as one
    void change(String field, T now) {
        if (field.equals(ALONE) || !field.equals(lastField)) {
            before.push(now);
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        lastField = field;
        after.clear();
    }

    /// The value before; empty if there was none.
    Optional<T> undo(T now) {
        return step(now, before, after);
    }

    /// The value that was undone; empty if none was.
    Optional<T> redo(T now) {
        return step(now, after, before);
    }

    private Optional<T> step(T now, Deque<T> from, Deque<T> to) {
        Optional<T> there = Optional.ofNullable(from.poll());
        if (there.isPresent()) {
            to.push(now);
            lastField = ALONE;
        }
        return there;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }
}
