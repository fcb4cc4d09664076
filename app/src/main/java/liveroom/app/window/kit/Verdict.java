package liveroom.app.window.kit;

/// How well something is, for a colour beside the words that say it.
public enum Verdict {
    NEUTRAL,
    GOOD,
    WARNING,
    ERROR
}
