package liveroom.app.window.inspect;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.source.SourceSpec;

/// The fields of what a layer holds, kind by kind.
final class ContentFields {
    private static final Numbers SHARE = Numbers.PERCENT;

    private ContentFields() {}

    static List<Field> of(Content content) {
        return switch (content) {
            case Content.Source source -> source().subList(0, source.key().isOn() ? 5 : 2);
            case Content.Image _ ->
                List.of(typed(
                        "file",
                        Field.Shape.FILE,
                        Content.Image.class,
                        Content.Image::path,
                        (_, path) -> new Content.Image(path)));
            case Content.Text _ -> text();
            case Content.LowerThird _ ->
                List.of(
                        line(
                                "name",
                                Content.LowerThird.class,
                                Content.LowerThird::name,
                                (old, name) -> new Content.LowerThird(name, old.title())),
                        line(
                                "title",
                                Content.LowerThird.class,
                                Content.LowerThird::title,
                                (old, title) -> new Content.LowerThird(old.name(), title)));
            case Content.Ticker _ -> ticker();
            case Content.Clock _ -> clock();
            case Content.Countdown _ -> countdown();
            case Content.Product _ -> product();
            case Content.Comment _ ->
                List.of(
                        line(
                                "author",
                                Content.Comment.class,
                                Content.Comment::author,
                                (old, author) -> new Content.Comment(author, old.text())),
                        lines(
                                "comment",
                                Content.Comment.class,
                                Content.Comment::text,
                                (old, text) -> new Content.Comment(old.author(), text)));
            case Content.Shape _ -> shape();
            case Content.Background _ -> background();
            case Content.Slate _ -> slate();
        };
    }

    private static List<Field> source() {
        Class<Content.Source> type = Content.Source.class;
        return List.of(
                typed(
                        "source",
                        Field.Shape.SOURCE,
                        type,
                        Content.Source::source,
                        (old, text) -> new Content.Source(checkedSource(text.strip()), old.key())),
                new Field.Chosen(
                        "key",
                        List.of("OFF", "ON"),
                        layer -> content(layer, type).key().isOn() ? "ON" : "OFF",
                        (layer, name) -> switched(layer, name.equals("ON") ? Content.Key.GREEN : Content.Key.NONE)),
                typed(
                        "keyColour",
                        Field.Shape.LINE,
                        type,
                        old -> Hex.written(old.key().rgb()),
                        (old, text) -> keyed(
                                old,
                                new Content.Key(
                                        Hex.read(text),
                                        old.key().tolerance(),
                                        old.key().softness()))),
                number(
                        "keyTolerance",
                        SHARE,
                        type,
                        old -> old.key().tolerance(),
                        (old, value) -> keyed(
                                old,
                                new Content.Key(
                                        old.key().rgb(), value, old.key().softness()))),
                number(
                        "keySoftness",
                        SHARE,
                        type,
                        old -> old.key().softness(),
                        (old, value) -> keyed(
                                old, new Content.Key(old.key().rgb(), old.key().tolerance(), value))));
    }

    /// A key that is on already stays as it is.
    private static Layer switched(Layer layer, Content.Key key) {
        Content.Source old = content(layer, Content.Source.class);
        return old.key().isOn() == key.isOn() ? layer : layer.withContent(keyed(old, key));
    }

    private static Content.Source keyed(Content.Source old, Content.Key key) {
        return new Content.Source(old.source(), key);
    }

    private static String checkedSource(String text) {
        if (!text.equals(Content.Source.MAIN)) {
            try {
                SourceSpec.parse(text);
            } catch (IllegalArgumentException _) {
                throw new IllegalArgumentException(Words.of("inspect.problem.source"));
            }
        }
        return text;
    }

    private static List<Field> text() {
        Class<Content.Text> type = Content.Text.class;
        return List.of(
                lines(
                        "text",
                        type,
                        Content.Text::text,
                        (old, text) -> new Content.Text(text, old.font(), old.size(), old.paint(), old.align())),
                Field.Chosen.of(
                        "font",
                        Content.FontRole.class,
                        layer -> content(layer, type).font(),
                        (layer, font) -> {
                            Content.Text old = content(layer, type);
                            return layer.withContent(
                                    new Content.Text(old.text(), font, old.size(), old.paint(), old.align()));
                        }),
                number(
                        "textSize",
                        new Numbers(100, 1, 100, 1),
                        type,
                        Content.Text::size,
                        (old, size) -> new Content.Text(old.text(), old.font(), size, old.paint(), old.align())),
                Field.Chosen.of(
                        "align",
                        Content.Align.class,
                        layer -> content(layer, type).align(),
                        (layer, align) -> {
                            Content.Text old = content(layer, type);
                            return layer.withContent(
                                    new Content.Text(old.text(), old.font(), old.size(), old.paint(), align));
                        }),
                painted(
                        "colour",
                        type,
                        Content.Text::paint,
                        (old, paint) -> new Content.Text(old.text(), old.font(), old.size(), paint, old.align())));
    }

    private static List<Field> ticker() {
        Class<Content.Ticker> type = Content.Ticker.class;
        return List.of(
                lines(
                        "items",
                        type,
                        old -> String.join("\n", old.items()),
                        (old, text) -> new Content.Ticker(nonBlank(text), old.speed())),
                number(
                        "speed",
                        Numbers.whole(1, 60),
                        type,
                        Content.Ticker::speed,
                        (old, speed) -> new Content.Ticker(old.items(), speed)));
    }

    private static List<String> nonBlank(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<Field> clock() {
        Class<Content.Clock> type = Content.Clock.class;
        return List.of(
                line(
                        "label",
                        type,
                        Content.Clock::label,
                        (old, label) -> new Content.Clock(label, old.zone(), old.style())),
                line(
                        "zone",
                        type,
                        Content.Clock::zone,
                        (old, zone) -> new Content.Clock(old.label(), Times.zone(zone.strip()), old.style())),
                Field.Chosen.of(
                        "clock",
                        Content.ClockStyle.class,
                        layer -> content(layer, type).style(),
                        (layer, style) -> layer.withContent(new Content.Clock(
                                content(layer, type).label(),
                                content(layer, type).zone(),
                                style))));
    }

    private static List<Field> countdown() {
        Class<Content.Countdown> type = Content.Countdown.class;
        return List.of(
                line(
                        "label",
                        type,
                        Content.Countdown::label,
                        (old, label) -> new Content.Countdown(label, old.seconds(), old.endsAtMillis())),
                line(
                        "length",
                        type,
                        old -> Times.written(old.seconds()),
                        (old, text) -> new Content.Countdown(old.label(), Times.seconds(text), old.endsAtMillis())));
    }

    private static List<Field> product() {
        Class<Content.Product> type = Content.Product.class;
        return List.of(
                line(
                        "product",
                        type,
                        Content.Product::name,
                        (old, name) ->
                                new Content.Product(name, old.picture(), old.price(), old.oldPrice(), old.link())),
                typed(
                        "picture",
                        Field.Shape.FILE,
                        type,
                        Content.Product::picture,
                        (old, path) -> new Content.Product(old.name(), path, old.price(), old.oldPrice(), old.link())),
                line(
                        "price",
                        type,
                        Content.Product::price,
                        (old, price) ->
                                new Content.Product(old.name(), old.picture(), price, old.oldPrice(), old.link())),
                line(
                        "oldPrice",
                        type,
                        Content.Product::oldPrice,
                        (old, price) -> new Content.Product(old.name(), old.picture(), old.price(), price, old.link())),
                line(
                        "link",
                        type,
                        Content.Product::link,
                        (old, link) -> new Content.Product(
                                old.name(), old.picture(), old.price(), old.oldPrice(), link.strip())));
    }

    private static List<Field> shape() {
        Class<Content.Shape> type = Content.Shape.class;
        return List.of(
                Field.Chosen.of(
                        "outline",
                        Content.Outline.class,
                        layer -> content(layer, type).outline(),
                        (layer, outline) -> layer.withContent(
                                new Content.Shape(outline, content(layer, type).fill()))),
                painted("colour", type, Content.Shape::fill, (old, paint) -> new Content.Shape(old.outline(), paint)));
    }

    private static List<Field> background() {
        Class<Content.Background> type = Content.Background.class;
        return List.of(
                painted(
                        "from",
                        type,
                        Content.Background::from,
                        (old, paint) -> new Content.Background(paint, old.to(), old.degrees(), old.path())),
                painted(
                        "to",
                        type,
                        Content.Background::to,
                        (old, paint) -> new Content.Background(old.from(), paint, old.degrees(), old.path())),
                number(
                        "degrees",
                        Numbers.whole(0, 360),
                        type,
                        Content.Background::degrees,
                        (old, degrees) -> new Content.Background(old.from(), old.to(), degrees, old.path())),
                typed(
                        "file",
                        Field.Shape.FILE,
                        type,
                        Content.Background::path,
                        (old, path) -> new Content.Background(old.from(), old.to(), old.degrees(), path)));
    }

    private static List<Field> slate() {
        Class<Content.Slate> type = Content.Slate.class;
        return List.of(
                Field.Chosen.of(
                        "slate",
                        Content.SlateKind.class,
                        layer -> content(layer, type).kind(),
                        (layer, kind) -> {
                            Content.Slate old = content(layer, type);
                            return layer.withContent(
                                    new Content.Slate(kind, old.headline(), old.detail(), old.endsAtMillis()));
                        }),
                line(
                        "headline",
                        type,
                        Content.Slate::headline,
                        (old, headline) -> new Content.Slate(old.kind(), headline, old.detail(), old.endsAtMillis())),
                line(
                        "detail",
                        type,
                        Content.Slate::detail,
                        (old, detail) -> new Content.Slate(old.kind(), old.headline(), detail, old.endsAtMillis())));
    }

    private static <C extends Content> C content(Layer layer, Class<C> type) {
        return type.cast(layer.content());
    }

    private static <C extends Content> Field.Typed line(
            String key, Class<C> type, Function<C, String> reader, BiFunction<C, String, Content> writer) {
        return typed(key, Field.Shape.LINE, type, reader, writer);
    }

    private static <C extends Content> Field.Typed lines(
            String key, Class<C> type, Function<C, String> reader, BiFunction<C, String, Content> writer) {
        return typed(key, Field.Shape.LINES, type, reader, writer);
    }

    private static <C extends Content> Field.Typed typed(
            String key,
            Field.Shape shape,
            Class<C> type,
            Function<C, String> reader,
            BiFunction<C, String, Content> writer) {
        return new Field.Typed(
                key,
                shape,
                layer -> reader.apply(content(layer, type)),
                (layer, text) -> layer.withContent(writer.apply(content(layer, type), text)));
    }

    private static <C extends Content> Field.Typed number(
            String key,
            Numbers numbers,
            Class<C> type,
            Function<C, Double> reader,
            BiFunction<C, Double, Content> writer) {
        return numbers.field(
                key,
                layer -> reader.apply(content(layer, type)),
                (layer, value) -> layer.withContent(writer.apply(content(layer, type), value)));
    }

    private static <C extends Content> Field.Painted painted(
            String key, Class<C> type, Function<C, Paint> reader, BiFunction<C, Paint, Content> writer) {
        return new Field.Painted(
                key,
                layer -> reader.apply(content(layer, type)),
                (layer, paint) -> layer.withContent(writer.apply(content(layer, type), paint)));
    }
}
