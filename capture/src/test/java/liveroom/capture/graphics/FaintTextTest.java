package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Scene;
import org.junit.jupiter.api.Test;

class FaintTextTest {
    private static final BrandKit KIT = Kits.light(BrandKit.Corners.SOFT);
    private static final Paint GREY = new Paint.Fixed(0xff999999);

    private static Layer text(Paint paint) {
        Content text = new Content.Text("Sale", FontRole.HEADING, 0.1, paint, Align.LEFT);
        return Layers.of(text, new Box(0.2, 0.2, 0.2, 0.2)).withId("text");
    }

    private static Layer shape(Paint fill) {
        return Layers.of(new Content.Shape(Content.Outline.RECTANGLE, fill), new Box(0.1, 0.1, 0.5, 0.5));
    }

    private static List<FaintText> found(Layer... layers) {
        return FaintText.in(new Scene("scene", "Scene", Stream.of(layers).toList()), KIT);
    }

    @Test
    void in_greyOnWhite_isFoundWithAPaintThatCanBeRead() {
        List<FaintText> faint = found(shape(new Paint.Fixed(0xffffffff)), text(GREY));
        assertThat(faint).hasSize(1);
        assertThat(faint.getFirst().contrast()).isCloseTo(2.85, within(0.02));
        assertThat(found(
                        shape(new Paint.Fixed(0xffffffff)),
                        text(faint.getFirst().better())))
                .isEmpty();
    }

    @Test
    void in_textInTheBrandsColours_isTheKitsMatter() {
        assertThat(found(shape(GREY), text(new Paint.Role(ColourRole.ON_SURFACE))))
                .isEmpty();
    }

    @Test
    void in_textOnAMovingPicture_cannotBeTold() {
        Layer source = Layers.of(new Content.Source(Content.Source.MAIN, Content.Key.NONE), Box.FULL)
                .withId("source");
        assertThat(found(shape(new Paint.Fixed(0xffffffff)), source, text(GREY)))
                .isEmpty();
    }

    @Test
    void in_gradient_countsItsWorseEnd() {
        Paint black = new Paint.Fixed(0xff000000);
        Paint white = new Paint.Fixed(0xffffffff);
        Layer gradient = Layers.of(new Content.Background(black, white, 0, ""), Box.FULL);
        assertThat(found(gradient, text(white))).hasSize(1);
    }
}
