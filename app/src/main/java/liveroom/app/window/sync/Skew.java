package liveroom.app.window.sync;

import java.util.OptionalDouble;
import liveroom.transport.ViewerSnapshot;

/// How late the sound is at a viewer.
public final class Skew {
    private Skew() {}

    /// The median of the last minute, or what was measured last where there is none yet.
    public static OptionalDouble ofMinute(ViewerSnapshot viewer) {
        OptionalDouble median = viewer.timing().skewMsP50();
        return median.isPresent() ? median : viewer.skewMs();
    }
}
