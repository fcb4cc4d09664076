package liveroom.transport;

import java.util.OptionalLong;
import liveroom.transport.shared.SeatFigures;

/// How many pictures one viewer was not shown since it came: those that the studio spared it, and those that it says it
/// dropped itself, on both lanes. Whoever counts may begin anew, as a lane does that the viewer returns to. Confined to
/// the thread `room`.
final class DroppedPictures {
    private final Count spared = new Count();
    private final Count onShared = new Count();
    private final Count onTracks = new Count();

    void told(Report report) {
        Count ofLane = report.lane() == Lane.SHARED ? onShared : onTracks;
        report.droppedFrames().ifPresent(frames -> ofLane.is((long) frames));
    }

    void measured(SeatFigures figures) {
        spared.is(figures.droppedPictures());
    }

    /// Empty until anybody has counted.
    OptionalLong sum() {
        return spared.isKnown() || onShared.isKnown() || onTracks.isKnown()
                ? OptionalLong.of(spared.sum() + onShared.sum() + onTracks.sum())
                : OptionalLong.empty();
    }

    private static final class Count {
        private static final long UNKNOWN = -1;
        private long before;
        private long latest = UNKNOWN;

        void is(long count) {
            if (count < latest) {
                before += latest;
            }
            latest = count;
        }

        boolean isKnown() {
            return latest != UNKNOWN;
        }

        long sum() {
            return isKnown() ? before + latest : 0;
        }
    }
}
