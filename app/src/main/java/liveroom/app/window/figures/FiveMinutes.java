package liveroom.app.window.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import liveroom.app.window.kit.Spread;

/// How far out of sync and how late the show was at the viewers, one value a second over the last five minutes. Of
/// several values in one second the last one stays; seconds without one are gaps.
///
/// Confined to one thread.
public final class FiveMinutes {
    public static final int SECONDS = 300;

    private final Second[] ring = new Second[SECONDS];
    private long latest = Long.MIN_VALUE;

    public FiveMinutes() {
        Arrays.fill(ring, Second.NOTHING);
    }

    /// Takes what was measured in a second.
    ///
    /// @param second counted from anywhere; those that have gone before are taken for the latest one
    public void add(long second, Second value) {
        if (latest == Long.MIN_VALUE) {
            latest = second;
        }
        long skipped = Math.min(second - latest, SECONDS);
        for (long i = 0; i < skipped; i++) {
            ring[place(second - i)] = Second.NOTHING;
        }
        latest = Math.max(latest, second);
        ring[place(latest)] = value;
    }

    private static int place(long second) {
        return Math.floorMod(second, SECONDS);
    }

    /// As many values as there are seconds, the latest at the end.
    public List<Second> values() {
        List<Second> ordered = new ArrayList<>(Arrays.asList(ring));
        if (latest != Long.MIN_VALUE) {
            Collections.rotate(ordered, SECONDS - 1 - place(latest));
        }
        return ordered;
    }

    /// Whether nobody has measured anything in all that time.
    public boolean isEmpty() {
        return Arrays.stream(ring).allMatch(Second.NOTHING::equals);
    }

    /// What the viewers measured in one second; empty what nobody did.
    ///
    /// @param skewMs how late the sound is against the picture
    /// @param latencyMs from capture to the picture shown
    public record Second(Optional<Spread> skewMs, Optional<Spread> latencyMs) {
        public static final Second NOTHING = new Second(Optional.empty(), Optional.empty());
    }
}
