package liveroom.capture.graphics;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.SlateKind;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;

/// One layer of each kind, as a host would make it.
final class Layers {
    static final Path PRODUCT = Path.of("src/test/resources/liveroom/capture/graphics/vase.svg");
    static final String LINK = "https://shop.example/vase";
    private static final long IN_FOUR_MINUTES = Screen.NOON.plusSeconds(263).toEpochMilli();
    private static final Paint PRIMARY = new Paint.Role(ColourRole.PRIMARY);
    private static final Paint ON_BACKGROUND = new Paint.Role(ColourRole.ON_BACKGROUND);
    private static final Paint BACKGROUND = new Paint.Role(ColourRole.BACKGROUND);

    private Layers() {}

    static Layer of(Content content, Box box) {
        return Layer.of("layer", "Layer", content, Placement.of(box));
    }

    static Layer card(Content content, Box box) {
        return of(content, box).withLook(Look.PLAIN.withShadow(Look.Shadow.SOFT));
    }

    static Layer lowerThird(String name, String title) {
        return card(new Content.LowerThird(name, title), new Box(0.06, 0.72, 0.5, 0.16));
    }

    /// By name: pictures of a kit, each of one or more layers that lie apart.
    static Map<String, List<Layer>> pictures() {
        Map<String, List<Layer>> pictures = new LinkedHashMap<>();
        pictures.put("names", names());
        pictures.put("times", times());
        pictures.put("products", products());
        pictures.put("comment", List.of(comment()));
        pictures.put("pictures", images());
        pictures.put(
                "starting-soon",
                List.of(slate(SlateKind.STARTING_SOON, "Ceramics, live from the workshop", IN_FOUR_MINUTES)));
        pictures.put("be-right-back", List.of(slate(SlateKind.BE_RIGHT_BACK, "", 0)));
        pictures.put(
                "thank-you", List.of(slate(SlateKind.THANK_YOU, "The recording is online tomorrow.\nshop.example", 0)));
        return pictures;
    }

    private static List<Layer> names() {
        return List.of(
                lowerThird("Mira Okafor", "Founder, Studio Okafor"),
                card(new Content.LowerThird("王小明", "设计师 · Designer in Köln"), new Box(0.06, 0.5, 0.5, 0.16)),
                card(new Content.LowerThird("Jonas", ""), new Box(0.06, 0.3, 0.5, 0.16)),
                of(
                        new Content.Text(
                                "Spring collection", FontRole.HEADING, 0.12, new Paint.Fixed(0xffffffff), Align.LEFT),
                        new Box(0.06, 0.08, 0.6, 0.16)),
                of(
                        new Content.Ticker(
                                List.of("Free delivery until Sunday", "全场包邮", "Questions? Write in the chat"), 10),
                        new Box(0, 0.925, 1, 0.075)));
    }

    private static List<Layer> times() {
        return List.of(
                card(
                        new Content.Clock("", "Europe/Berlin", Content.ClockStyle.HOURS_MINUTES),
                        new Box(0.75, 0.06, 0.19, 0.1)),
                card(
                        new Content.Clock("Berlin", "Europe/Berlin", Content.ClockStyle.HOURS_MINUTES_SECONDS),
                        new Box(0.06, 0.06, 0.4, 0.1)),
                card(
                        new Content.Clock("Tokyo", "Asia/Tokyo", Content.ClockStyle.HOURS_MINUTES),
                        new Box(0.06, 0.24, 0.2, 0.16)),
                card(new Content.Countdown("Offer ends in", 600, IN_FOUR_MINUTES), new Box(0.06, 0.5, 0.3, 0.2)),
                card(new Content.Countdown("", 90, 0), new Box(0.4, 0.5, 0.2, 0.14)),
                card(new Content.Countdown("Offer ends in", 600, IN_FOUR_MINUTES), new Box(0.06, 0.8, 0.6, 0.12)));
    }

    private static List<Layer> products() {
        return List.of(
                card(
                        new Content.Product(
                                "Stoneware vase, hand thrown", PRODUCT.toString(), "€ 48.00", "€ 64.00", LINK),
                        new Box(0.06, 0.1, 0.28, 0.8)),
                card(
                        new Content.Product("Stoneware vase", PRODUCT.toString(), "€ 48.00", "€ 64.00", LINK),
                        new Box(0.4, 0.1, 0.54, 0.28)),
                card(new Content.Product("手工花瓶", "", "¥ 388", "", LINK), new Box(0.4, 0.46, 0.54, 0.2)),
                card(
                        new Content.Product("Tea bowl", PRODUCT.toString(), "€ 19.50", "", ""),
                        new Box(0.4, 0.74, 0.4, 0.18)));
    }

    private static Layer comment() {
        return card(
                new Content.Comment(
                        "Lena from Graz",
                        "Is the glaze safe for the dishwasher? I have broken two bowls already and would like to know before I order a third one."),
                new Box(0.06, 0.5, 0.6, 0.42));
    }

    private static List<Layer> images() {
        Look framed = new Look(1, 0.03, new Look.Border(0.008, PRIMARY), Look.Shadow.SOFT, Look.Blend.NORMAL);
        return List.of(
                of(new Content.Background(BACKGROUND, PRIMARY, 30, ""), Box.FULL),
                of(new Content.Image(PRODUCT.toString()), new Box(0.06, 0.1, 0.25, 0.5))
                        .withLook(framed),
                of(new Content.Source(Content.Source.MAIN, Content.Key.NONE), new Box(0.36, 0.1, 0.28, 0.28))
                        .withLook(framed),
                of(new Content.Image("nowhere.png"), new Box(0.69, 0.1, 0.25, 0.28))
                        .withLook(framed),
                of(
                        new Content.Shape(Content.Outline.ELLIPSE, new Paint.Role(ColourRole.ACCENT)),
                        new Box(0.69, 0.5, 0.12, 0.2)),
                of(
                                new Content.Shape(Content.Outline.RECTANGLE, new Paint.Role(ColourRole.SURFACE)),
                                new Box(0.36, 0.5, 0.28, 0.2))
                        .withLook(framed),
                of(
                        new Content.Text(
                                "Two lines of text\nin the brand's colour",
                                FontRole.BODY,
                                0.06,
                                ON_BACKGROUND,
                                Align.CENTRE),
                        new Box(0.36, 0.75, 0.58, 0.15)),
                of(new Content.Image(LogoChoice.LOGO), new Box(0.06, 0.76, 0.25, 0.14))
                        .withPlacement(
                                Placement.of(new Box(0.06, 0.76, 0.25, 0.14)).withFit(Placement.Fit.CONTAIN)));
    }

    private static Layer slate(SlateKind kind, String detail, long endsAtMillis) {
        return of(new Content.Slate(kind, "", detail, endsAtMillis), Box.FULL)
                .withAnimations(Animation.CUT, Animation.CUT);
    }
}
