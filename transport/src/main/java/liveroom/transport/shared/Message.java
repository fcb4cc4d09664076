package liveroom.transport.shared;

import java.nio.ByteBuffer;
import liveroom.capture.media.FrameBuffer;

/// What is sent to viewers as it stands, built once for all of them in pooled memory. The maker has the first
/// reference.
///
/// @param exact the message, no more and no less: its capacity is what the native library sends
record Message(FrameBuffer buffer, ByteBuffer exact, Kind kind) implements AutoCloseable {
    enum Kind {
        KEYFRAME,
        DELTA,
        SOUND,
        REPORT
    }

    Message(FrameBuffer buffer, int bytes, Kind kind) {
        this(buffer, buffer.memory().asSlice(0, bytes).asByteBuffer(), kind);
    }

    int bytes() {
        return exact.capacity();
    }

    boolean isKeyframe() {
        return kind == Kind.KEYFRAME;
    }

    Message retain() {
        buffer.retain();
        return this;
    }

    @Override
    public void close() {
        buffer.release();
    }
}
