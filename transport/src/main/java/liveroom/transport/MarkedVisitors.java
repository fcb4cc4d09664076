package liveroom.transport;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Visitors who are to be known again until the show ends: the last thousand. Confined to the thread `room`.
final class MarkedVisitors {
    private static final int MAX = 1000;

    private final Set<String> marks = new LinkedHashSet<>();

    void add(Visitor visitor) {
        Optional<String> mark = visitor.mark();
        if (mark.isPresent() && marks.add(mark.get()) && marks.size() > MAX) {
            marks.remove(marks.iterator().next());
        }
    }

    void remove(Visitor visitor) {
        visitor.mark().ifPresent(marks::remove);
    }

    boolean holds(Visitor visitor) {
        return visitor.mark().filter(marks::contains).isPresent();
    }

    void clear() {
        marks.clear();
    }
}
