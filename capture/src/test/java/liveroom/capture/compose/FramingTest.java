package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Placement.Crop;
import liveroom.capture.scene.Placement.Fit;
import liveroom.capture.scene.Placement.Flip;
import org.junit.jupiter.api.Test;

final class FramingTest {
    private static final VideoFormat PICTURE = new VideoFormat(1280, 720);

    private static Framing of(Box box, Crop crop, Fit fit, Flip flip) {
        return Framing.of(new Placement(box, crop, fit, flip), PICTURE, PICTURE, 1);
    }

    @Test
    void of_wholePicture_isUnscaled() {
        Framing framing = of(Box.FULL, Crop.NONE, Fit.COVER, Flip.NONE);
        assertThat(framing.isUnscaled()).isTrue();
        assertThat(framing.width()).isEqualTo(1280);
        assertThat(framing.sourceHeight()).isEqualTo(720);
    }

    @Test
    void of_halfBoxCovered_takesTheMiddleOfTheSource() {
        Framing framing = of(new Box(0, 0, 0.5, 1), Crop.NONE, Fit.COVER, Flip.NONE);
        assertThat(framing.sourceX()).isEqualTo(320);
        assertThat(framing.sourceWidth()).isEqualTo(640);
        assertThat(framing.sourceHeight()).isEqualTo(720);
    }

    @Test
    void of_halfBoxContained_leavesBands() {
        Framing framing = of(new Box(0, 0, 0.5, 1), Crop.NONE, Fit.CONTAIN, Flip.NONE);
        assertThat(framing.y()).isEqualTo(180);
        assertThat(framing.width()).isEqualTo(640);
        assertThat(framing.height()).isEqualTo(360);
    }

    @Test
    void of_boxBeyondTheLeftEdge_showsTheRightPartOfTheSourceOrItsMirror() {
        Box half = new Box(-0.5, 0, 1, 1);
        assertThat(of(half, Crop.NONE, Fit.STRETCH, Flip.NONE).sourceX()).isEqualTo(640);
        assertThat(of(half, Crop.NONE, Fit.STRETCH, Flip.HORIZONTAL).sourceX()).isZero();
        assertThat(of(half, Crop.NONE, Fit.STRETCH, Flip.NONE).outlineX()).isEqualTo(-640);
    }

    @Test
    void of_crop_takesWhatIsLeft() {
        Framing framing = of(Box.FULL, new Crop(0.25, 0.5, 0.25, 0), Fit.STRETCH, Flip.NONE);
        assertThat(framing.sourceX()).isEqualTo(320);
        assertThat(framing.sourceWidth()).isEqualTo(640);
        assertThat(framing.sourceY()).isEqualTo(360);
    }

    @Test
    void of_boxOutsideOfThePicture_isNotSeen() {
        assertThat(of(new Box(1.5, 0, 1, 1), Crop.NONE, Fit.STRETCH, Flip.NONE).isSeen())
                .isFalse();
    }
}
