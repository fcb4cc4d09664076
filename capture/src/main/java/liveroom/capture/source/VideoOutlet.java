package liveroom.capture.source;

import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;

/// The picture side of a [Feed].
final class VideoOutlet extends Outlet<VideoFrame> implements VideoSource {
    VideoOutlet(Feed feed, StudioClock clock) {
        super(feed, clock);
    }
}
