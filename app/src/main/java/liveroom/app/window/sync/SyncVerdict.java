package liveroom.app.window.sync;

import java.util.OptionalDouble;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;

/// Judges how late the sound is against the picture: EBU R37 allows 40 ms early to 60 ms late; past what ITU-R BT.1359
/// calls acceptable, 90 early to 185 late, everybody sees it.
public final class SyncVerdict {
    private static final double VERY_EARLY_MS = -90;
    private static final double VERY_LATE_MS = 185;

    private SyncVerdict() {}

    public static Verdict of(OptionalDouble skewMs) {
        if (skewMs.isEmpty()) {
            return Verdict.NEUTRAL;
        }
        double skew = skewMs.getAsDouble();
        if (SyncBand.EBU_R37.holds(skew)) {
            return Verdict.GOOD;
        }
        return skew < VERY_EARLY_MS || skew > VERY_LATE_MS ? Verdict.ERROR : Verdict.WARNING;
    }

    /// In words: in sync, sound 75 ms late, not measured yet.
    public static String words(OptionalDouble skewMs) {
        if (skewMs.isEmpty()) {
            return Words.of("sync.unknown");
        }
        double skew = skewMs.getAsDouble();
        return switch (of(skewMs)) {
            case GOOD, NEUTRAL -> Words.of("sync.good");
            case WARNING, ERROR -> Words.of(skew < 0 ? "sync.early" : "sync.late", Figures.decimals(Math.abs(skew), 0));
        };
    }
}
