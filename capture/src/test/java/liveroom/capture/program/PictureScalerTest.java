package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureScalerTest {
    private static final int TOLERANCE = 3;

    private final PictureScaler scaler = new PictureScaler();

    @AfterEach
    void close() {
        scaler.close();
    }

    private static MemorySegment flat(VideoFormat format, int luma, int blue, int red) {
        MemorySegment pixels = Arena.ofAuto().allocate(format.bytes());
        pixels.asSlice(0, format.lumaBytes()).fill((byte) luma);
        pixels.asSlice(format.lumaBytes(), format.chromaBytes()).fill((byte) blue);
        pixels.asSlice((long) format.lumaBytes() + format.chromaBytes(), format.chromaBytes())
                .fill((byte) red);
        return pixels;
    }

    private int[] scale(VideoFormat format, MemorySegment pixels, int width, int height) {
        MemorySegment target = Arena.ofAuto().allocate((long) width * height * PictureScaler.BYTES_PER_PIXEL, 64);
        scaler.scale(format, pixels, target, width, height);
        return target.toArray(ValueLayout.JAVA_INT);
    }

    private static void assertPixel(int pixel, int red, int green, int blue) {
        assertThat(pixel >>> 24).isEqualTo(255);
        assertThat(Math.abs((pixel >> 16 & 255) - red)).as("red").isLessThanOrEqualTo(TOLERANCE);
        assertThat(Math.abs((pixel >> 8 & 255) - green)).as("green").isLessThanOrEqualTo(TOLERANCE);
        assertThat(Math.abs((pixel & 255) - blue)).as("blue").isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void scale_knownColours_areTheirRgbOfBt709() {
        VideoFormat format = new VideoFormat(64, 36);
        assertPixel(scale(format, flat(format, 16, 128, 128), 40, 22)[300], 0, 0, 0);
        assertPixel(scale(format, flat(format, 235, 128, 128), 40, 22)[300], 255, 255, 255);
        assertPixel(scale(format, flat(format, 63, 102, 240), 40, 22)[300], 255, 0, 0);
    }

    @Test
    void scale_sameSize_keepsPixelsInPlace() {
        VideoFormat format = new VideoFormat(32, 16);
        MemorySegment pixels = flat(format, 16, 128, 128);
        pixels.asSlice(5L * 32 + 8, 2).fill((byte) 235);
        int[] out = scale(format, pixels, 32, 16);
        assertPixel(out[5 * 32 + 8], 255, 255, 255);
        assertPixel(out[5 * 32 + 10], 0, 0, 0);
        assertPixel(out[4 * 32 + 8], 0, 0, 0);
    }

    @Test
    void scale_sizesThatChange_fillTheWholeTarget() {
        VideoFormat format = new VideoFormat(1280, 720);
        MemorySegment pixels = flat(format, 126, 128, 128);
        for (int[] size : new int[][] {{320, 180}, {639, 359}, {1280, 720}, {1999, 1111}}) {
            int[] out = scale(format, pixels, size[0], size[1]);
            for (int pixel : Arrays.stream(out).distinct().toArray()) {
                assertPixel(pixel, 128, 128, 128);
            }
        }
    }

    @Test
    void scale_targetTooSmall_isRefused() {
        VideoFormat format = new VideoFormat(64, 36);
        MemorySegment target = Arena.ofAuto().allocate(100);
        assertThatThrownBy(() -> scaler.scale(format, flat(format, 16, 128, 128), target, 64, 36))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
