package liveroom.capture.source;

import liveroom.capture.media.FrameSink;
import liveroom.capture.media.MediaFrame;

/// Produces frames on a thread of its own, each stamped with its capture time at the moment it arrives. A failure
/// never ends it: it says so in [#status()], waits, and tries again until closed.
public sealed interface MediaSource<F extends MediaFrame> extends AutoCloseable
        permits VideoSource, AudioSource, Outlet {
    /// Begins to deliver into `sink`, called on the source's thread. Call once.
    void start(FrameSink<F> sink);

    /// Callable from any thread.
    SourceStatus status();

    /// Ends the thread and frees the device. Returns within two seconds, even when a device does not answer.
    @Override
    void close();
}
