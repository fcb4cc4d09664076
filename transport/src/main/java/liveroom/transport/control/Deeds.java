package liveroom.transport.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import liveroom.capture.show.DeskState;
import liveroom.capture.show.ShowCommand;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.show.ShowDesk.RefusedException;

/// Who did what to the show lately. A desk tells its listeners of a change on the thread that caused it: what is done
/// here is known by that, and all else is the host's. Free-threaded.
final class Deeds {
    private static final int KEPT = 20;
    private static final ScopedValue<Doing> DOING = ScopedValue.newInstance();

    private final Deque<Deed> latest = new ArrayDeque<>();

    private record Doing(String who, String what) {}

    /// Has the desk do it in a producer's name.
    static DeskState perform(ShowDesk desk, ShowCommand command, String who) throws RefusedException {
        Doing doing = new Doing(who, word(command));
        return ScopedValue.where(DOING, doing).call(() -> desk.perform(command, who));
    }

    /// To be called where the desk tells of a change.
    void note(DeskState state) {
        Doing doing = DOING.isBound() ? DOING.get() : new Doing(Deed.HOST, "");
        Deed deed = new Deed(state.revision(), doing.who(), doing.what(), System.currentTimeMillis());
        synchronized (latest) {
            latest.addLast(deed);
            if (latest.size() > KEPT) {
                latest.removeFirst();
            }
        }
    }

    /// Oldest first.
    List<Deed> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    /// The command's type as it is written in JSON.
    static String word(ShowCommand command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
