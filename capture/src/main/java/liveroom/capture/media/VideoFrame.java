package liveroom.capture.media;

import java.lang.foreign.MemorySegment;

/// One I420 picture.
///
/// @param bars of it that are only there to fill the format
public record VideoFrame(VideoFormat format, long ptsNanos, long capturedNanos, Bars bars, FrameBuffer buffer)
        implements MediaFrame {
    public VideoFrame(VideoFormat format, long capturedNanos, FrameBuffer buffer) {
        this(format, capturedNanos, capturedNanos, buffer);
    }

    public VideoFrame(VideoFormat format, long ptsNanos, long capturedNanos, FrameBuffer buffer) {
        this(format, ptsNanos, capturedNanos, Bars.NONE, buffer);
    }

    /// The same picture, and the same reference to it, at another place on the program's timeline.
    public VideoFrame at(long newPtsNanos) {
        return new VideoFrame(format, newPtsNanos, capturedNanos, bars, buffer);
    }

    /// The three planes, one after the other: see [VideoFormat].
    public MemorySegment pixels() {
        return buffer.memory();
    }

    @Override
    public VideoFrame retain() {
        buffer.retain();
        return this;
    }

    @Override
    public void close() {
        buffer.release();
    }
}
