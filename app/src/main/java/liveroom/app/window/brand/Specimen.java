package liveroom.app.window.brand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.graphics.LayerPainter;
import liveroom.capture.graphics.Painting;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Content.Outline;
import liveroom.capture.scene.Content.SlateKind;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;

/// What a kit looks like on air: a few graphics on a plain picture, by the painter that draws the program. Takes as
/// long as drawing does. Free-threaded.
///
/// @param painter the studio's
record Specimen(LayerPainter painter) {
    private static final VideoFormat PICTURE = new VideoFormat(960, 540);
    private static final VideoFormat TILE = new VideoFormat(440, 160);
    private static final int WALL = 0xff5f7078;
    private static final int FLOOR = 0xffb9a894;
    private static final int JACKET = 0xff37474f;
    private static final int SKIN = 0xffd9b79c;
    private static final int DARK = 0xff15191e;
    private static final int LIGHT = 0xfff4f4f1;

    /// What is drawn.
    enum Motif {
        AIR,
        /// The same without the lower third.
        AIR_WITHOUT,
        /// That alone, on nothing.
        LOWER_THIRD,
        STARTING_SOON,
        BE_RIGHT_BACK,
        THANK_YOU,
        LOGO_LIGHT,
        LOGO_DARK
    }

    /// A drawn picture. @param argb premultiplied, row by row; not to be changed
    @SuppressWarnings("ArrayRecordComponent") // never compared, only shown
    record Picture(int width, int height, int[] argb) {}

    Picture draw(Motif motif, BrandKit kit) {
        VideoFormat format = switch (motif) {
            case AIR, AIR_WITHOUT, LOWER_THIRD, STARTING_SOON, BE_RIGHT_BACK, THANK_YOU -> PICTURE;
            case LOGO_LIGHT, LOGO_DARK -> TILE;
        };
        int[] argb = new int[format.width() * format.height()];
        for (Layer layer : layers(motif, kit)) {
            lay(painter.paint(layer, kit, format, Instant.EPOCH), argb, format);
        }
        return new Picture(format.width(), format.height(), argb);
    }

    private static List<Layer> layers(Motif motif, BrandKit kit) {
        return switch (motif) {
            case AIR ->
                Stream.concat(onAir(kit).stream(), Stream.of(lowerThird(kit))).toList();
            case AIR_WITHOUT -> onAir(kit);
            case LOWER_THIRD -> List.of(lowerThird(kit));
            case STARTING_SOON -> slate(SlateKind.STARTING_SOON);
            case BE_RIGHT_BACK -> slate(SlateKind.BE_RIGHT_BACK);
            case THANK_YOU -> slate(SlateKind.THANK_YOU);
            case LOGO_LIGHT -> logo(kit.logo().light(), DARK);
            case LOGO_DARK -> logo(kit.logo().dark(), LIGHT);
        };
    }

    private static List<Layer> onAir(BrandKit kit) {
        double margin = kit.safeMargin();
        double width = Math.min(0.28, 1 - 2 * margin);
        List<Layer> layers = new ArrayList<>(List.of(
                layer(new Content.Background(fixed(WALL), fixed(FLOOR), 90, ""), Box.FULL),
                layer(new Content.Shape(Outline.ELLIPSE, fixed(JACKET)), new Box(0.22, 0.56, 0.4, 0.9)),
                layer(new Content.Shape(Outline.ELLIPSE, fixed(SKIN)), new Box(0.345, 0.17, 0.15, 0.36))));
        layers.add(layer(
                new Content.Product(
                        Words.of("kit.specimen.product"),
                        "",
                        Words.of("kit.specimen.price"),
                        Words.of("kit.specimen.oldPrice"),
                        "https://example.org/box"),
                new Box(1 - margin - width, margin, width, 0.3)));
        layers.add(layer(
                new Content.Ticker(List.of(Words.of("kit.specimen.news1"), Words.of("kit.specimen.news2")), 6),
                new Box(0, 0.93 - margin, 1, 0.07)));
        if (!kit.logo().light().isEmpty() || !kit.logo().dark().isEmpty()) {
            layers.add(layer(new Content.Image("kit:logo"), new Box(margin, margin, 0.16, 0.1), Placement.Fit.CONTAIN));
        }
        return layers;
    }

    /// As a new one of a show: it slides in from the left.
    private static Layer lowerThird(BrandKit kit) {
        double margin = kit.safeMargin();
        Content said = new Content.LowerThird(Words.of("kit.specimen.name"), Words.of("kit.specimen.title"));
        Animation slide = Animation.slide(Animation.Edge.LEFT);
        return layer(said, new Box(margin, 0.82 - margin - 0.06, 0.42, 0.16)).withAnimations(slide, slide);
    }

    /// Draws what is needed to let the lower third go and come.
    Performance perform(BrandKit kit) {
        Layer moving = lowerThird(kit);
        return new Performance(
                draw(Motif.AIR_WITHOUT, kit),
                draw(Motif.LOWER_THIRD, kit),
                moving.enter(),
                kit.motion().stretch(),
                moving.placement().box().right());
    }

    /// The lower third on its way.
    ///
    /// @param behind what is behind it
    /// @param moving as large as that
    /// @param stretch by which the animation takes longer
    /// @param distance that it goes to the left, as a fraction of the picture
    record Performance(Picture behind, Picture moving, Animation animation, double stretch, double distance) {}

    private static List<Layer> slate(SlateKind kind) {
        return List.of(layer(new Content.Slate(kind, "", "", 0), Box.FULL));
    }

    private static List<Layer> logo(String file, int ground) {
        Layer back = layer(new Content.Background(fixed(ground), fixed(ground), 0, ""), Box.FULL);
        Box middle = new Box(0.1, 0.15, 0.8, 0.7);
        return file.isEmpty()
                ? List.of(back)
                : List.of(back, layer(new Content.Image("kit:" + file), middle, Placement.Fit.CONTAIN));
    }

    private static Paint.Fixed fixed(int argb) {
        return new Paint.Fixed(argb);
    }

    private static Layer layer(Content content, Box box) {
        return layer(content, box, Placement.Fit.COVER);
    }

    private static Layer layer(Content content, Box box, Placement.Fit fit) {
        return Layer.of("specimen", "", content, Placement.of(box).withFit(fit));
    }

    /// Over what is there: both are premultiplied.
    private static void lay(Painting painting, int[] argb, VideoFormat format) {
        Painting.Run run = painting.run();
        int width = run.moves() ? Math.min(run.windowWidth(), painting.width()) : painting.width();
        for (int y = Math.max(0, -painting.y()); y < painting.height() && painting.y() + y < format.height(); y++) {
            for (int x = Math.max(0, -painting.x()); x < width && painting.x() + x < format.width(); x++) {
                int at = (painting.y() + y) * format.width() + painting.x() + x;
                argb[at] = over(painting.argb()[y * painting.width() + x], argb[at]);
            }
        }
    }

    private static int over(int above, int below) {
        int rest = 255 - (above >>> 24);
        if (rest == 0) {
            return above;
        }
        int result = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int sum = (above >>> shift & 0xff) + (rest * (below >>> shift & 0xff) + 127) / 255;
            result |= Math.min(255, sum) << shift;
        }
        return result;
    }
}
