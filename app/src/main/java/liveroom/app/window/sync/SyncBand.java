package liveroom.app.window.sync;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import liveroom.app.window.kit.Words;

/// How far apart sound and picture may be, after three standards; each band lies within the next.
public enum SyncBand {
    ATSC_IS_191(-15, 45),
    EBU_R37(-40, 60),
    /// What is not noticed.
    ITU_BT_1359(-45, 125);

    private final double earlyMs;
    private final double lateMs;

    SyncBand(double earlyMs, double lateMs) {
        this.earlyMs = earlyMs;
        this.lateMs = lateMs;
    }

    /// The earliest the sound may be against the picture: less than nought.
    public double earlyMs() {
        return earlyMs;
    }

    /// The latest the sound may be.
    public double lateMs() {
        return lateMs;
    }

    public boolean holds(double skewMs) {
        return skewMs >= earlyMs && skewMs <= lateMs;
    }

    /// The first band that holds all of them; empty if none does.
    public static Optional<SyncBand> narrowest(Collection<Double> skewsMs) {
        return Arrays.stream(values())
                .filter(band -> skewsMs.stream().allMatch(band::holds))
                .findFirst();
    }

    public String words() {
        return Words.of("sync.band." + name());
    }

    /// Its style class, on the scale and in the key to it.
    public String style() {
        return switch (this) {
            case ATSC_IS_191 -> "sync-band-atsc";
            case EBU_R37 -> "sync-band-ebu";
            case ITU_BT_1359 -> "sync-band-itu";
        };
    }
}
