package liveroom.encoder;

import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import org.jspecify.annotations.Nullable;

/// Lends memory for packets in a few sizes, so that a small packet does not hold the memory of a large one.
/// Free-threaded.
public final class PacketPool {
    /// FFmpeg reads a little beyond the end of what it is given.
    private static final int PADDING_BYTES = 64;

    private static final int KIB = 1024;

    private final FramePool[] sizes;

    private PacketPool(FramePool... sizes) {
        this.sizes = sizes;
    }

    /// For access units: enough of each size for several seconds of video in a recording's queue.
    public static PacketPool forVideo() {
        return new PacketPool(
                new FramePool(8 * KIB, 512),
                new FramePool(32 * KIB, 512),
                new FramePool(128 * KIB, 128),
                new FramePool(512 * KIB, 32),
                new FramePool(4096 * KIB, 4));
    }

    /// For Opus packets (at most 1,275 bytes a frame and one of header, RFC 6716 section 3.2).
    public static PacketPool forAudio() {
        return new PacketPool(new FramePool(512, 2048), new FramePool(4 * KIB, 256));
    }

    /// Lends a buffer of at least `bytes`, or returns `null` if none is left: the packet is lost.
    public @Nullable FrameBuffer tryLend(long bytes) {
        for (FramePool size : sizes) {
            if (size.bufferBytes() >= bytes + PADDING_BYTES) {
                FrameBuffer buffer = size.tryLend();
                if (buffer != null) {
                    return buffer;
                }
            }
        }
        return null;
    }
}
