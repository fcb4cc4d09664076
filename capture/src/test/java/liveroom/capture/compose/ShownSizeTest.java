package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Placement.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownSizeTest {
    private static final VideoFormat PICTURE = new VideoFormat(1280, 720);

    private final ShownSize size = new ShownSize(PICTURE);

    /// The source, its box in pixels, how it fits, and the size that it is made.
    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 1280, 720, COVER, 1280, 720",
        "1920, 1080, 640, 360, COVER, 640, 360",
        "1080, 1920, 320, 180, COVER, 320, 568",
        "1080, 1920, 320, 180, CONTAIN, 102, 180",
        "1080, 1920, 200, 600, STRETCH, 338, 600",
        "320, 180, 1280, 720, COVER, 320, 180"
    })
    void of_oneBox_isAsLargeAsItIsSeenAndNoLargerThanItComes(
            int width, int height, int boxWidth, int boxHeight, Fit fit, int madeWidth, int madeHeight) {
        size.shownAt(Set.of(in(boxWidth, boxHeight).withFit(fit)));

        assertThat(size.of(width, height)).isEqualTo(new VideoFormat(madeWidth, madeHeight));
    }

    @Test
    void of_severalBoxes_isForTheLargest() {
        size.shownAt(Set.of(in(320, 180), in(640, 360), in(160, 90)));

        assertThat(size.of(1920, 1080)).isEqualTo(new VideoFormat(640, 360));
    }

    @Test
    void of_cropped_isLargeEnoughForWhatIsLeft() {
        Placement half = new Placement(
                in(320, 180).box(), new Placement.Crop(0.25, 0.25, 0.25, 0.25), Fit.COVER, Placement.Flip.NONE);
        size.shownAt(Set.of(half));

        assertThat(size.of(1920, 1080)).isEqualTo(new VideoFormat(640, 360));
    }

    @ParameterizedTest
    @CsvSource({"1080, 1920", "8000, 16", "16, 8000", "7680, 4320"})
    void of_sourceOfAnyShape_hasNoMorePixelsThanThePicture(int width, int height) {
        VideoFormat made = size.of(width, height);

        assertThat(made.lumaBytes()).isLessThanOrEqualTo(PICTURE.lumaBytes());
    }

    private static Placement in(int width, int height) {
        return Placement.of(new Box(0, 0, width / 1280.0, height / 720.0));
    }
}
