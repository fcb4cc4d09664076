package liveroom.app.window.inspect;

import java.util.List;
import java.util.stream.Stream;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Timer;
import liveroom.capture.source.SourceSpec;

/// The fields of what a layer holds, kind by kind.
final class ContentFields {
    private ContentFields() {}

    static List<Field> of(Content content) {
        return switch (content) {
            case Content.Source source -> source().subList(0, source.key().isOn() ? 5 : 2);
            case Content.Image _ ->
                List.of(new KindFields<>(Content.Image.class)
                        .file("file", Content.Image::path, (_, path) -> new Content.Image(path)));
            case Content.Text _ -> text();
            case Content.LowerThird _ -> lowerThird();
            case Content.Ticker _ -> ticker();
            case Content.Clock _ -> clock();
            case Content.Countdown countdown -> countdown(countdown);
            case Content.Product _ -> product();
            case Content.Comment _ -> comment();
            case Content.Shape _ -> shape();
            case Content.Background _ -> background();
            case Content.Slate slate -> slate(slate);
        };
    }

    private static List<Field> source() {
        KindFields<Content.Source> kind = new KindFields<>(Content.Source.class);
        return List.of(
                kind.source(
                        "source",
                        Content.Source::source,
                        (old, text) -> new Content.Source(checkedSource(text.strip()), old.key())),
                kind.chosen("key", List.of("OFF", "ON"), old -> old.key().isOn() ? "ON" : "OFF", ContentFields::keyed),
                kind.line(
                        "keyColour",
                        old -> Hex.written(old.key().rgb()),
                        (old, text) -> keyed(
                                old,
                                new Content.Key(
                                        Hex.read(text),
                                        old.key().tolerance(),
                                        old.key().softness()))),
                kind.number(
                        "keyTolerance",
                        Numbers.PERCENT,
                        old -> old.key().tolerance(),
                        (old, value) -> keyed(
                                old,
                                new Content.Key(
                                        old.key().rgb(), value, old.key().softness()))),
                kind.number(
                        "keySoftness",
                        Numbers.PERCENT,
                        old -> old.key().softness(),
                        (old, value) -> keyed(
                                old, new Content.Key(old.key().rgb(), old.key().tolerance(), value))));
    }

    /// A key that is on already stays as it is.
    private static Content.Source keyed(Content.Source old, String option) {
        Content.Key wanted = option.equals("ON") ? Content.Key.GREEN : Content.Key.NONE;
        return old.key().isOn() == wanted.isOn() ? old : keyed(old, wanted);
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
        KindFields<Content.Text> kind = new KindFields<>(Content.Text.class);
        return List.of(
                kind.lines(
                        "text",
                        Content.Text::text,
                        (old, text) -> new Content.Text(text, old.font(), old.size(), old.paint(), old.align())),
                kind.chosen(
                        "font",
                        Content.FontRole.class,
                        Content.Text::font,
                        (old, font) -> new Content.Text(old.text(), font, old.size(), old.paint(), old.align())),
                kind.number(
                        "textSize",
                        new Numbers(100, 1, 100, 1),
                        Content.Text::size,
                        (old, size) -> new Content.Text(old.text(), old.font(), size, old.paint(), old.align())),
                kind.chosen(
                        "align",
                        Content.Align.class,
                        Content.Text::align,
                        (old, align) -> new Content.Text(old.text(), old.font(), old.size(), old.paint(), align)),
                kind.painted(
                        "colour",
                        Content.Text::paint,
                        (old, paint) -> new Content.Text(old.text(), old.font(), old.size(), paint, old.align())));
    }

    private static List<Field> lowerThird() {
        KindFields<Content.LowerThird> kind = new KindFields<>(Content.LowerThird.class);
        return List.of(
                kind.line("name", Content.LowerThird::name, (old, name) -> new Content.LowerThird(name, old.title())),
                kind.line(
                        "title", Content.LowerThird::title, (old, title) -> new Content.LowerThird(old.name(), title)));
    }

    private static List<Field> ticker() {
        KindFields<Content.Ticker> kind = new KindFields<>(Content.Ticker.class);
        return List.of(
                kind.lines(
                        "items",
                        old -> String.join("\n", old.items()),
                        (old, text) -> new Content.Ticker(nonBlank(text), old.speed())),
                kind.number(
                        "speed",
                        Numbers.whole(1, 60),
                        Content.Ticker::speed,
                        (old, speed) -> new Content.Ticker(old.items(), speed)));
    }

    private static List<String> nonBlank(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<Field> clock() {
        KindFields<Content.Clock> kind = new KindFields<>(Content.Clock.class);
        return List.of(
                kind.line(
                        "label",
                        Content.Clock::label,
                        (old, label) -> new Content.Clock(label, old.zone(), old.style())),
                kind.line(
                        "zone",
                        Content.Clock::zone,
                        (old, zone) -> new Content.Clock(old.label(), Times.zone(zone.strip()), old.style())),
                kind.chosen(
                        "clock",
                        Content.ClockStyle.class,
                        Content.Clock::style,
                        (old, style) -> new Content.Clock(old.label(), old.zone(), style)));
    }

    private static List<Field> countdown(Content.Countdown shown) {
        Field label = new KindFields<>(Content.Countdown.class)
                .line("label", Content.Countdown::label, (old, text) -> new Content.Countdown(text, old.timer()));
        return Stream.concat(Stream.of(label), timer(shown).stream()).toList();
    }

    /// How it counts, and the length or the time of day that goes with it.
    private static List<Field> timer(Content.Timed shown) {
        KindFields<Content.Timed> kind = new KindFields<>(Content.Timed.class);
        Field counts = kind.chosen(
                "counts",
                List.of("LENGTH", "UNTIL"),
                old -> old.timer().until().isEmpty() ? "LENGTH" : "UNTIL",
                ContentFields::counting);
        Field amount = shown.timer().until().isEmpty()
                ? kind.line(
                        "length",
                        old -> Times.written(old.timer().seconds()),
                        (old, text) -> old.withTimer(old.timer().lasting(Times.seconds(text))))
                : kind.line(
                        "until",
                        old -> old.timer().until(),
                        (old, text) -> old.withTimer(old.timer().endingAt(Times.ofDay(text))));
        return List.of(counts, amount);
    }

    private static Content counting(Content.Timed old, String option) {
        boolean toTimeOfDay = option.equals("UNTIL");
        if (toTimeOfDay != old.timer().until().isEmpty()) {
            return old;
        }
        return old.withTimer(
                toTimeOfDay
                        ? old.timer().endingAt(Times.nextHour())
                        : old.timer().lasting(Timer.USUAL.seconds()));
    }

    private static List<Field> product() {
        KindFields<Content.Product> kind = new KindFields<>(Content.Product.class);
        return List.of(
                kind.line(
                        "product",
                        Content.Product::name,
                        (old, name) ->
                                new Content.Product(name, old.picture(), old.price(), old.oldPrice(), old.link())),
                kind.file(
                        "picture",
                        Content.Product::picture,
                        (old, path) -> new Content.Product(old.name(), path, old.price(), old.oldPrice(), old.link())),
                kind.line(
                        "price",
                        Content.Product::price,
                        (old, price) ->
                                new Content.Product(old.name(), old.picture(), price, old.oldPrice(), old.link())),
                kind.line(
                        "oldPrice",
                        Content.Product::oldPrice,
                        (old, price) -> new Content.Product(old.name(), old.picture(), old.price(), price, old.link())),
                kind.line(
                        "link",
                        Content.Product::link,
                        (old, link) -> new Content.Product(
                                old.name(), old.picture(), old.price(), old.oldPrice(), link.strip())));
    }

    private static List<Field> comment() {
        KindFields<Content.Comment> kind = new KindFields<>(Content.Comment.class);
        return List.of(
                kind.line("author", Content.Comment::author, (old, author) -> new Content.Comment(author, old.text())),
                kind.lines("comment", Content.Comment::text, (old, text) -> new Content.Comment(old.author(), text)));
    }

    private static List<Field> shape() {
        KindFields<Content.Shape> kind = new KindFields<>(Content.Shape.class);
        return List.of(
                kind.chosen(
                        "outline",
                        Content.Outline.class,
                        Content.Shape::outline,
                        (old, outline) -> new Content.Shape(outline, old.fill())),
                kind.painted("colour", Content.Shape::fill, (old, paint) -> new Content.Shape(old.outline(), paint)));
    }

    private static List<Field> background() {
        KindFields<Content.Background> kind = new KindFields<>(Content.Background.class);
        return List.of(
                kind.painted(
                        "from",
                        Content.Background::from,
                        (old, paint) -> new Content.Background(paint, old.to(), old.degrees(), old.path())),
                kind.painted(
                        "to",
                        Content.Background::to,
                        (old, paint) -> new Content.Background(old.from(), paint, old.degrees(), old.path())),
                kind.number(
                        "degrees",
                        Numbers.whole(0, 360),
                        Content.Background::degrees,
                        (old, degrees) -> new Content.Background(old.from(), old.to(), degrees, old.path())),
                kind.file(
                        "file",
                        Content.Background::path,
                        (old, path) -> new Content.Background(old.from(), old.to(), old.degrees(), path)));
    }

    private static List<Field> slate(Content.Slate shown) {
        KindFields<Content.Slate> kind = new KindFields<>(Content.Slate.class);
        List<Field> words = List.of(
                kind.chosen(
                        "slate",
                        Content.SlateKind.class,
                        Content.Slate::kind,
                        (old, chosen) -> new Content.Slate(chosen, old.headline(), old.detail(), old.timer())),
                kind.line(
                        "headline",
                        Content.Slate::headline,
                        (old, headline) -> new Content.Slate(old.kind(), headline, old.detail(), old.timer())),
                kind.line(
                        "detail",
                        Content.Slate::detail,
                        (old, detail) -> new Content.Slate(old.kind(), old.headline(), detail, old.timer())));
        return Stream.concat(words.stream(), timer(shown).stream()).toList();
    }
}
