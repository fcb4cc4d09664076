package liveroom.capture.source;

import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.StudioClock;

/// The sound side of a [Feed].
final class AudioOutlet extends Outlet<AudioFrame> implements AudioSource {
    AudioOutlet(Feed feed, StudioClock clock) {
        super(feed, clock);
    }
}
