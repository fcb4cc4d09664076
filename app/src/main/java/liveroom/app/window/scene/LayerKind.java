package liveroom.app.window.scene;

import java.util.List;
import java.util.Locale;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;

/// What a layer can be, and how a new one of its kind looks.
public enum LayerKind {
    SOURCE,
    IMAGE,
    TEXT,
    LOWER_THIRD,
    TICKER,
    CLOCK,
    COUNTDOWN,
    PRODUCT,
    COMMENT,
    SHAPE,
    BACKGROUND,
    SLATE;

    public static LayerKind of(Content content) {
        return switch (content) {
            case Content.Source _ -> SOURCE;
            case Content.Image _ -> IMAGE;
            case Content.Text _ -> TEXT;
            case Content.LowerThird _ -> LOWER_THIRD;
            case Content.Ticker _ -> TICKER;
            case Content.Clock _ -> CLOCK;
            case Content.Countdown _ -> COUNTDOWN;
            case Content.Product _ -> PRODUCT;
            case Content.Comment _ -> COMMENT;
            case Content.Shape _ -> SHAPE;
            case Content.Background _ -> BACKGROUND;
            case Content.Slate _ -> SLATE;
        };
    }

    /// What the kind is called.
    public String words() {
        return Words.of("layer.kind." + name());
    }

    /// A layer of this kind that fits among `others`: it has an identifier and a name of its own.
    Layer fresh(List<Layer> others) {
        String id = Names.freshLayerId(name().toLowerCase(Locale.ROOT).replace('_', '-'), others);
        String name = Names.freshName(words(), others.stream().map(Layer::name));
        Placement.Fit fit = this == IMAGE ? Placement.Fit.CONTAIN : Placement.Fit.COVER;
        Layer layer = Layer.of(id, name, content(), Placement.of(place()).withFit(fit));
        return switch (this) {
            case LOWER_THIRD, COMMENT -> moving(layer, Animation.Edge.LEFT);
            case TICKER -> moving(layer, Animation.Edge.BOTTOM);
            case PRODUCT -> moving(layer.withLook(Look.PLAIN.withShadow(Look.Shadow.SOFT)), Animation.Edge.RIGHT);
            case SOURCE, IMAGE, TEXT, CLOCK, COUNTDOWN, SHAPE, BACKGROUND, SLATE -> layer;
        };
    }

    private Box place() {
        return switch (this) {
            case SOURCE -> new Box(0.55, 0.12, 0.38, 0.38);
            case IMAGE -> new Box(0.06, 0.08, 0.2, 0.14);
            case TEXT -> new Box(0.06, 0.08, 0.5, 0.12);
            case LOWER_THIRD -> new Box(0.06, 0.75, 0.42, 0.15);
            case TICKER -> new Box(0, 0.84, 1, 0.08);
            case CLOCK -> new Box(0.8, 0.06, 0.14, 0.09);
            case COUNTDOWN -> new Box(0.38, 0.4, 0.24, 0.2);
            case PRODUCT -> new Box(0.62, 0.42, 0.32, 0.48);
            case COMMENT -> new Box(0.06, 0.64, 0.5, 0.24);
            case SHAPE -> new Box(0.3, 0.3, 0.4, 0.4);
            case BACKGROUND, SLATE -> Box.FULL;
        };
    }

    private static Layer moving(Layer layer, Animation.Edge edge) {
        return layer.withAnimations(Animation.slide(edge), Animation.slide(edge));
    }

    private Content content() {
        return switch (this) {
            case SOURCE -> new Content.Source(Content.Source.MAIN, Content.Key.NONE);
            case IMAGE -> new Content.Image("kit:logo");
            case TEXT ->
                new Content.Text(
                        Words.of("layer.new.text"),
                        Content.FontRole.HEADING,
                        0.08,
                        new Paint.Role(ColourRole.ON_BACKGROUND),
                        Content.Align.LEFT);
            case LOWER_THIRD -> new Content.LowerThird(Words.of("layer.new.name"), Words.of("layer.new.title"));
            case TICKER -> new Content.Ticker(List.of(Words.of("layer.new.ticker")), 6);
            case CLOCK -> new Content.Clock("", "", Content.ClockStyle.HOURS_MINUTES);
            case COUNTDOWN -> new Content.Countdown("", 300, 0);
            case PRODUCT -> new Content.Product(Words.of("layer.new.product"), "", Words.of("layer.new.price"), "", "");
            case COMMENT -> new Content.Comment(Words.of("layer.new.author"), Words.of("layer.new.comment"));
            case SHAPE -> new Content.Shape(Content.Outline.RECTANGLE, new Paint.Role(ColourRole.PRIMARY));
            case BACKGROUND ->
                new Content.Background(
                        new Paint.Role(ColourRole.BACKGROUND), new Paint.Role(ColourRole.SURFACE), 90, "");
            case SLATE -> new Content.Slate(Content.SlateKind.STARTING_SOON, "", "", 0);
        };
    }
}
