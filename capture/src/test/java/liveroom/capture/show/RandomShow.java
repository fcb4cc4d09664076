package liveroom.capture.show;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Timer;
import liveroom.capture.scene.Transition;

/// Makes shows of everything that there is, by chance.
final class RandomShow {
    private final Random random;

    RandomShow(long seed) {
        random = new Random(seed);
    }

    Show show() {
        List<Scene> scenes = ids(1 + random.nextInt(5)).map(this::scene).toList();
        return new Show(text(), text(), scenes, rundown(scenes));
    }

    List<Cue> rundown(List<Scene> scenes) {
        return ids(random.nextInt(6))
                .map(id -> new Cue(id, text(), action(scenes)))
                .toList();
    }

    private Cue.Action action(List<Scene> scenes) {
        Scene scene = one(scenes);
        return scene.layers().isEmpty() || random.nextBoolean()
                ? new Cue.Action.Take(scene.id(), transition())
                : new Cue.Action.Reveal(scene.id(), one(scene.layers()).id(), random.nextBoolean());
    }

    Scene scene(String id) {
        return new Scene(id, text(), ids(random.nextInt(6)).map(this::layer).toList());
    }

    Layer layer(String id) {
        return new Layer(
                id,
                text(),
                content(),
                placement(),
                look(),
                animation(),
                animation(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    Content content() {
        List<Function<String, Content>> kinds = List.of(
                text -> new Content.Source(text, new Content.Key(random.nextInt(1 << 24), part(), part())),
                Content.Image::new,
                text -> new Content.Text(
                        text, one(Content.FontRole.values()), 0.01 + part() / 2, paint(), one(Content.Align.values())),
                text -> new Content.LowerThird(text, text()),
                text -> new Content.Ticker(List.of(text, text()), 1 + random.nextInt(50)),
                text -> new Content.Clock(text, "Europe/Berlin", one(Content.ClockStyle.values())),
                text -> new Content.Countdown(text, timer()),
                text -> new Content.Product(text, text(), "€ 10", "", "https://example.org/a?b=c"),
                text -> new Content.Comment(text, text()),
                _ -> new Content.Shape(one(Content.Outline.values()), paint()),
                text -> new Content.Background(paint(), paint(), random.nextInt(360), text),
                text -> new Content.Slate(one(Content.SlateKind.values()), text, text(), timer()));
        return one(kinds).apply(text());
    }

    private Timer timer() {
        return new Timer(
                random.nextInt(86_400),
                one(List.of("", "", "20:00")),
                random.nextInt(2) * 1_900_000_000_000L,
                random.nextInt(2) * random.nextInt(600));
    }

    Placement placement() {
        Placement.Crop crop = new Placement.Crop(part() / 3, part() / 3, part() / 3, part() / 3);
        Box box = new Box(part() * 2 - 1, part() * 2 - 1, 0.01 + part(), 0.01 + part());
        return new Placement(box, crop, one(Placement.Fit.values()), one(Placement.Flip.values()));
    }

    private Look look() {
        Look.Border border = new Look.Border(part() / 10, paint());
        Look.Shadow shadow = new Look.Shadow(part() / 10, part() / 10, part());
        return random.nextInt(3) == 0
                ? Look.PLAIN
                : new Look(part(), part() / 2, border, shadow, one(Look.Blend.values()));
    }

    private Animation animation() {
        Animation.Kind kind = one(Animation.Kind.values());
        return kind == Animation.Kind.CUT || random.nextBoolean()
                ? MotionForms.standard(kind)
                : new Animation(
                        kind, 1 + random.nextInt(5000), one(Animation.Ease.values()), one(Animation.Edge.values()));
    }

    Transition transition() {
        Transition.Kind kind = one(Transition.Kind.values());
        return kind == Transition.Kind.CUT || random.nextBoolean()
                ? MotionForms.standard(kind)
                : new Transition(kind, 1 + random.nextInt(3000));
    }

    private Paint paint() {
        return random.nextBoolean() ? new Paint.Role(one(ColourRole.values())) : new Paint.Fixed(random.nextInt());
    }

    String text() {
        return one(List.of("", "Ana", "你好", "two\nlines", "\"quoted\" \\ </script>", "🎈", "a".repeat(30)));
    }

    /// Mostly round, as people set them, now and then any.
    private double part() {
        return random.nextInt(4) == 0 ? random.nextDouble() : random.nextInt(101) / 100.0;
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    private Stream<String> ids(int count) {
        Set<String> ids = new HashSet<>();
        IntStream.range(0, count).forEach(_ -> ids.add("id-" + random.nextInt(50)));
        return new ArrayList<>(ids).stream();
    }
}
