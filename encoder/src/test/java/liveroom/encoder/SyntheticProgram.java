package liveroom.encoder;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;

/// Pictures and sound made up for tests: textured and moving, with a white flash and a beep of 100 ms at every whole
/// second of the program's time.
public final class SyntheticProgram {
    public static final long SECOND = 1_000_000_000L;
    public static final long FLASH_NANOS = SECOND / 10;

    private final VideoFormat format;
    private final FramePool pictures;
    private final FramePool blocks = new FramePool(AudioFormat.BLOCK_FRAMES * AudioFormat.BYTES_PER_FRAME, 1024);

    public SyntheticProgram(VideoFormat format) {
        this.format = format;
        this.pictures = new FramePool(format.bytes(), 64);
    }

    public static boolean isFlash(long ptsNanos) {
        return Math.floorMod(ptsNanos, SECOND) < FLASH_NANOS;
    }

    /// The caller closes it.
    public VideoFrame picture(long ptsNanos) {
        FrameBuffer buffer = Objects.requireNonNull(pictures.tryLend());
        MemorySegment pixels = buffer.memory();
        int shift = (int) Math.floorMod(ptsNanos / 10_000_000, 4096L);
        for (int y = 0; y < format.height(); y++) {
            for (int x = 0; x < format.width(); x++) {
                int texture = triangle(x + shift) + triangle(2 * y - shift) / 2 + (x ^ y) % 5;
                byte luma = isFlash(ptsNanos) ? (byte) 235 : (byte) (16 + texture);
                pixels.set(ValueLayout.JAVA_BYTE, (long) y * format.width() + x, luma);
            }
        }
        pixels.asSlice(format.lumaBytes(), 2L * format.chromaBytes()).fill((byte) 120);
        return new VideoFrame(format, ptsNanos, buffer);
    }

    private static int triangle(int phase) {
        return Math.abs(Math.floorMod(phase, 128) - 64);
    }

    /// The caller closes it.
    public AudioFrame block(long ptsNanos) {
        AudioFrame block = new AudioFrame(AudioFormat.BLOCK_FRAMES, ptsNanos, Objects.requireNonNull(blocks.tryLend()));
        for (int i = 0; i < AudioFormat.BLOCK_FRAMES; i++) {
            long at = ptsNanos + AudioFormat.framesToNanos(i);
            float value = isFlash(at) ? 0.5f * (float) Math.sin(2 * Math.PI * 1000 * (at / 1e9)) : 0;
            block.setSample(2 * i, value);
            block.setSample(2 * i + 1, value);
        }
        return block;
    }
}
