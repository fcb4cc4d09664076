package liveroom.app.window.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.IntBuffer;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.Test;

class PictureScalerTest {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private final PictureScaler scaler = new PictureScaler();

    private static MemorySegment flat(VideoFormat format, int luma, int blue, int red) {
        MemorySegment pixels = Arena.ofAuto().allocate(format.bytes());
        pixels.asSlice(0, format.lumaBytes()).fill((byte) luma);
        pixels.asSlice(format.lumaBytes(), format.chromaBytes()).fill((byte) blue);
        pixels.asSlice((long) format.lumaBytes() + format.chromaBytes(), format.chromaBytes())
                .fill((byte) red);
        return pixels;
    }

    private int[] scale(VideoFormat format, MemorySegment pixels, int width, int height) {
        int[] out = new int[width * height];
        scaler.scale(format, pixels, IntBuffer.wrap(out), width, height);
        return out;
    }

    @Test
    void scale_knownColours_areTheirRgbOfBt709() {
        VideoFormat format = new VideoFormat(64, 36);
        assertThat(scale(format, flat(format, 16, 128, 128), 40, 22)).containsOnly(BLACK);
        assertThat(scale(format, flat(format, 235, 128, 128), 40, 22)).containsOnly(WHITE);
        int red = scale(format, flat(format, 63, 102, 240), 40, 22)[0];
        assertThat(red >> 16 & 0xFF).isGreaterThan(250);
        assertThat(red >> 8 & 0xFF).isLessThan(5);
        assertThat(red & 0xFF).isLessThan(5);
    }

    @Test
    void scale_sameSize_keepsEveryPixelInPlace() {
        VideoFormat format = new VideoFormat(32, 16);
        MemorySegment pixels = flat(format, 16, 128, 128);
        pixels.asSlice(5L * 32 + 7, 1).fill((byte) 235);
        int[] out = scale(format, pixels, 32, 16);
        assertThat(out[5 * 32 + 7]).isEqualTo(WHITE);
        assertThat(out[5 * 32 + 8]).isEqualTo(BLACK);
        assertThat(out[4 * 32 + 7]).isEqualTo(BLACK);
    }

    @Test
    void scale_anySize_staysInsideTheSource() {
        VideoFormat format = new VideoFormat(1280, 720);
        MemorySegment pixels = flat(format, 126, 128, 128);
        for (int[] size : new int[][] {{16, 16}, {639, 359}, {1280, 720}, {1999, 1111}}) {
            int[] out = scale(format, pixels, size[0], size[1]);
            int first = out[0];
            assertThat(java.util.Arrays.stream(out).allMatch(pixel -> pixel == first))
                    .isTrue();
        }
    }
}
