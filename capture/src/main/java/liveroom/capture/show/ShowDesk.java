package liveroom.capture.show;

import java.util.function.Consumer;

/// Where a show is made and run: takes commands from whoever may give them, one after another, and tells everyone what
/// came of them. The last one wins. Free-threaded.
public interface ShowDesk extends AutoCloseable {
    DeskState state();

    /// Does what `command` says.
    ///
    /// @param who for the log: `host`, or a producer's name
    /// @return the state after it
    /// @throws RefusedException if it cannot be done; nothing has changed then
    DeskState perform(ShowCommand command, String who) throws RefusedException;

    /// `listener` is told every state that follows, in order, by the thread that caused it: it must hand on and return.
    ///
    /// @return ends the telling
    Runnable onChange(Consumer<DeskState> listener);

    /// Writes what has not been kept yet.
    @Override
    void close();

    /// A command that cannot be done, with a sentence for the person who gave it.
    final class RefusedException extends Exception {
        public RefusedException(String sentence) {
            super(sentence);
        }
    }
}
