package liveroom.transport.control;

import java.util.Locale;

/// What producers are told about, in the order in which it is told. Each event holds the whole of its topic.
enum Topic {
    /// The show, what is on air, who did what.
    STATE,
    CHAT,
    /// The room, and who else produces.
    ROOM;

    /// As events of it are called.
    String event() {
        return name().toLowerCase(Locale.ROOT);
    }
}
