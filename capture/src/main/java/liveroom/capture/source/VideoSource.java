package liveroom.capture.source;

import java.util.Objects;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;

/// Produces pictures, already fitted to the shape that is wanted.
public sealed interface VideoSource extends MediaSource<VideoFrame> permits VideoOutlet {
    /// A source of its own, beside those of the [SourceDeck], which is opened when it is started. Its
    /// pictures are delivered when they are due.
    static VideoSource open(SourceSpec spec, PictureShape shape, int fps, StudioClock clock) {
        Feed.Setting setting = new Feed.Setting(shape, fps, clock, Readers::open, Backoff.STANDARD, 0);
        return Objects.requireNonNull(new Feed(spec, Feed.Sides.VIDEO, setting).video());
    }
}
