package liveroom.capture.compose;

import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;

/// The instant for which a picture is composed. Its owner sets it anew for each picture.
final class Moment {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final int fps;
    private long ptsNanos;
    private long wallMillis;
    private long ticks;
    private boolean begun;
    private @Nullable VideoFrame main;

    Moment(int fps) {
        this.fps = fps;
    }

    void set(long newPtsNanos, long newWallMillis, VideoFrame newMain) {
        if (begun) {
            ticks += Math.max(0, Math.round((double) (newPtsNanos - ptsNanos) * fps / SECOND_NANOS));
        }
        begun = true;
        ptsNanos = newPtsNanos;
        wallMillis = newWallMillis;
        main = newMain;
    }

    /// The picture has been composed.
    void passed() {
        main = null;
    }

    int fps() {
        return fps;
    }

    /// On the studio clock.
    long ptsNanos() {
        return ptsNanos;
    }

    /// Unix time.
    long wallMillis() {
        return wallMillis;
    }

    /// Periods of the program since the first moment, those that were skipped included.
    long ticks() {
        return ticks;
    }

    /// The picture of the source that the host has chosen, lent while this picture is composed.
    @Nullable
    VideoFrame main() {
        return main;
    }
}
