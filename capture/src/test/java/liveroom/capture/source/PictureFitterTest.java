package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liveroom.capture.CaptureException;
import liveroom.capture.media.VideoFormat;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureFitterTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);
    private static final int RGB = 0xc04020;

    /// Each chain ends in another pixel format, matrix or range; all show the same colour.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "format=rgb24",
                "format=bgra",
                "format=yuv420p",
                "format=yuyv422",
                "format=nv12",
                "format=yuvj420p",
                "format=yuvj422p",
                "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
                "scale=out_color_matrix=bt709:out_range=pc,format=yuv420p",
                "scale=out_color_matrix=bt601:out_range=pc,format=yuv444p",
                "scale=out_color_matrix=bt601:out_range=tv,format=yuv422p"
            })
    void fit_anyFormatMatrixAndRange_givesBt709Limited(String chain) throws CaptureException {
        for (String size : List.of("320x180", "640x360")) {
            VideoLog.Entry picture = fitted("color=c=0xc04020:s=" + size + "," + chain, Colours.Guess.DEVICE);
            assertThat(picture.y(0.5, 0.5)).as("luma at " + size).isCloseTo(Raster.luma(RGB) & 0xff, within(2));
            assertThat(picture.u(0.5, 0.5)).as("blue").isCloseTo(Raster.chromaBlue(RGB) & 0xff, within(2));
            assertThat(picture.v(0.5, 0.5)).as("red").isCloseTo(Raster.chromaRed(RGB) & 0xff, within(2));
        }
    }

    @Test
    void fit_untaggedPictureOfAFile_isTakenForBt709From720RowsOn() throws CaptureException {
        String chain = ",scale=out_color_matrix=bt709,format=yuv420p,setparams=colorspace=unknown";
        VideoLog.Entry large = fitted("color=c=0xc04020:s=1280x720" + chain, Colours.Guess.BY_SIZE);
        assertThat(large.y(0.5, 0.5)).isCloseTo(Raster.luma(RGB) & 0xff, within(2));
        VideoLog.Entry small = fitted("color=c=0xc04020:s=640x360" + chain, Colours.Guess.BY_SIZE);
        assertThat(small.y(0.5, 0.5)).isNotCloseTo(Raster.luma(RGB) & 0xff, within(2));
    }

    /// Width and height of the source, its pixels' shape, and where its picture must lie in 320x180.
    @ParameterizedTest
    @CsvSource({
        "320, 180, 1/1, 0, 0, 320, 180",
        "640, 480, 1/1, 40, 0, 240, 180",
        "180, 320, 1/1, 108, 0, 102, 180",
        "640, 180, 1/1, 0, 44, 320, 90",
        "720, 576, 16/15, 40, 0, 240, 180",
        "322, 182, 1/1, 0, 0, 318, 180"
    })
    void fit_anyShape_isCentredBetweenBlackBars(
            int width, int height, String pixels, int x, int y, int shownWidth, int shownHeight)
            throws CaptureException {
        String chain = "color=c=white:s=%dx%d,format=yuv420p,setsar=%s".formatted(width, height, pixels);
        VideoLog.Entry picture = fitted(chain, Colours.Guess.DEVICE);
        ByteBuffer all = picture.pixels();
        for (int row = 0; row < FORMAT.height(); row++) {
            for (int column = 0; column < FORMAT.width(); column++) {
                boolean inside = column >= x && column < x + shownWidth && row >= y && row < y + shownHeight;
                int luma = all.get(row * FORMAT.width() + column) & 0xff;
                assertThat(luma).as("luma at %d, %d", column, row).isBetween(inside ? 233 : 16, inside ? 235 : 16);
            }
        }
        for (int i = FORMAT.lumaBytes(); i < FORMAT.bytes(); i++) {
            assertThat(all.get(i) & 0xff).as("no colour anywhere").isEqualTo(128);
        }
    }

    /// The source is white to its edges; so is what is delivered, in its shape.
    @ParameterizedTest
    @CsvSource({"180, 320, 1/1, 102, 180", "640, 180, 1/1, 320, 90", "720, 576, 16/15, 240, 180"})
    void fit_inTheSourcesOwnShape_hasNoBars(int width, int height, String pixels, int madeWidth, int madeHeight)
            throws CaptureException {
        String chain = "color=white:s=%dx%d,format=yuv420p,setsar=%s".formatted(width, height, pixels);
        PictureShape shape = new PictureShape.Own(FORMAT, (across, down) -> {
            double scale = Math.min(320 / across, 180 / down);
            return new VideoFormat((int) Math.round(across * scale / 2) * 2, (int) Math.round(down * scale / 2) * 2);
        });
        InputRecipe recipe = new InputRecipe("lavfi", chain, Map.of());
        try (FfmpegInput input = FfmpegInput.open(recipe, "generated", Map.of("threads", "1"));
                PictureFitter fitter = new PictureFitter(shape, Colours.Guess.DEVICE);
                Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(FORMAT.bytes(), 64);
            AVFrame frame = Objects.requireNonNull(input.next(true, false));
            VideoFormat made = fitter.format(frame);
            fitter.fit(frame, target);
            assertThat(made).isEqualTo(new VideoFormat(madeWidth, madeHeight));
            for (int i = 0; i < made.lumaBytes(); i++) {
                assertThat(target.get(ValueLayout.JAVA_BYTE, i) & 0xff).isBetween(233, 235);
            }
        }
    }

    private static VideoLog.Entry fitted(String chain, Colours.Guess guess) throws CaptureException {
        InputRecipe recipe = new InputRecipe("lavfi", chain, Map.of());
        try (FfmpegInput input = FfmpegInput.open(recipe, "generated", Map.of("threads", "1"));
                PictureFitter fitter = new PictureFitter(FORMAT, guess);
                Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(FORMAT.bytes(), 64);
            target.fill((byte) 77);
            AVFrame frame = Objects.requireNonNull(input.next(true, false));
            fitter.fit(frame, target);
            return new VideoLog.Entry(0, FORMAT, List.of(), ByteBuffer.wrap(target.toArray(ValueLayout.JAVA_BYTE)));
        }
    }
}
