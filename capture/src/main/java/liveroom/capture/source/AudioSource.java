package liveroom.capture.source;

import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;

/// Produces sound on a thread of its own, in blocks of any length, each stamped with the capture time of its first
/// sample. A failure never ends it: it says so in [#status()], waits, and tries again until closed.
public interface AudioSource extends AutoCloseable {
    /// Begins to deliver into `sink`, called on the source's thread. Call once.
    void start(FrameSink<AudioFrame> sink);

    /// Callable from any thread.
    SourceStatus status();

    /// Ends the thread and frees the device. Returns within two seconds, even when a device does not answer.
    @Override
    void close();
}
