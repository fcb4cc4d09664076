package liveroom.capture.media;

import java.lang.foreign.MemorySegment;

/// One I420 picture.
///
/// Its times, like its pixels, are good for as long as somebody holds it: what comes from [FrameBuffer#picture] is used
/// again with its memory, which is lent again when the last has closed it.
public final class VideoFrame implements MediaFrame {
    private final VideoFormat format;
    private final Bars bars;
    private final FrameBuffer buffer;
    private long ptsNanos;
    private long capturedNanos;

    public VideoFrame(VideoFormat format, long capturedNanos, FrameBuffer buffer) {
        this(format, capturedNanos, capturedNanos, buffer);
    }

    public VideoFrame(VideoFormat format, long ptsNanos, long capturedNanos, FrameBuffer buffer) {
        this(format, ptsNanos, capturedNanos, Bars.NONE, buffer);
    }

    /// @param bars of it that are only there to fill the format
    public VideoFrame(VideoFormat format, long ptsNanos, long capturedNanos, Bars bars, FrameBuffer buffer) {
        this.format = format;
        this.bars = bars;
        this.buffer = buffer;
        this.ptsNanos = ptsNanos;
        this.capturedNanos = capturedNanos;
    }

    /// For who has borrowed the memory, before anyone else holds the picture.
    void stamp(long newPtsNanos, long newCapturedNanos) {
        ptsNanos = newPtsNanos;
        capturedNanos = newCapturedNanos;
    }

    /// The same picture, and the same reference to it, at another place on the program's timeline.
    public VideoFrame at(long newPtsNanos) {
        return new VideoFrame(format, newPtsNanos, capturedNanos, bars, buffer);
    }

    public VideoFormat format() {
        return format;
    }

    @Override
    public long ptsNanos() {
        return ptsNanos;
    }

    @Override
    public long capturedNanos() {
        return capturedNanos;
    }

    public Bars bars() {
        return bars;
    }

    public FrameBuffer buffer() {
        return buffer;
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
