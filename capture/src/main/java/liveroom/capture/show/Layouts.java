package liveroom.capture.show;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Look.Shadow;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Placement.Fit;
import liveroom.capture.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Puts a scene's layers where a ready layout has them. Drawn for pictures of 16:9, where margins
/// and gaps are as wide as they are high.
final class Layouts {
    private static final double MARGIN_X = 0.06;
    private static final double MARGIN_Y = MARGIN_X * 16 / 9;
    private static final double GAP_X = 0.02;
    private static final double GAP_Y = GAP_X * 16 / 9;
    private static final double RADIUS = 0.022;

    private static final double HALF = (1 - 2 * MARGIN_X - GAP_X) / 2;
    private static final Box LEFT_HALF = centred(MARGIN_X, HALF, 0.72);
    private static final Box RIGHT_HALF = centred(MARGIN_X + HALF + GAP_X, HALF, 0.72);

    private static final double SMALL = 0.26;
    private static final Box CORNER = new Box(1 - MARGIN_X - SMALL, 1 - MARGIN_Y - SMALL, SMALL, SMALL);

    private static final double SCREEN = 0.64;
    private static final Box LARGE_SCREEN = centred(MARGIN_X, SCREEN, SCREEN);
    private static final Box BESIDE_SCREEN =
            centred(MARGIN_X + SCREEN + GAP_X, 1 - 2 * MARGIN_X - SCREEN - GAP_X, SCREEN);

    private static final double SHOWING = 0.56;
    private static final Box BESIDE_CARD = centred(MARGIN_X, SHOWING, 1 - 2 * MARGIN_Y);
    private static final Box CARD =
            centred(MARGIN_X + SHOWING + GAP_X, 1 - 2 * MARGIN_X - SHOWING - GAP_X, 1 - 2 * MARGIN_Y);

    private static final double NAME_HEIGHT = 0.13;

    private Layouts() {}

    /// Where a source goes.
    ///
    /// @param wanted what is added if the scene has too few; of those it has, one like it comes
    /// here first
    private record Slot(String wanted, Box box, Fit fit, double radius, Shadow shadow) {
        static Slot card(String wanted, Box box, Fit fit) {
            return new Slot(wanted, box, fit, RADIUS, Shadow.NONE);
        }

        static Slot whole() {
            return new Slot(Content.Source.MAIN, Box.FULL, Fit.COVER, 0, Shadow.NONE);
        }

        boolean prefers(Layer layer) {
            return layer.content() instanceof Content.Source source
                    && (source.source().equals(wanted) || source.source().startsWith(wanted + ":"));
        }

        Layer filledBy(Layer layer) {
            Placement place = layer.placement().withBox(box).withFit(fit);
            Look look = layer.look().withCornerRadius(radius).withShadow(shadow);
            return layer.withPlacement(place).withLook(look).withShown(true);
        }
    }

    /// The scene in that layout. Sources come to lie behind all else but backgrounds; those that
    /// the layout has no place for are hidden. What a second source is nobody can know: until the
    /// host chooses, it is the test picture.
    static Scene apply(Scene scene, Layout layout) {
        String main = Content.Source.MAIN;
        return switch (layout) {
            case SOLO -> placed(scene, List.of(Slot.whole()));
            case PICTURE_IN_PICTURE ->
                placed(scene, List.of(Slot.whole(), new Slot("test", CORNER, Fit.COVER, RADIUS, Shadow.SOFT)));
            case SIDE_BY_SIDE -> onBackground(placed(scene, halves()));
            case SCREEN_WITH_SPEAKER ->
                onBackground(placed(
                        scene,
                        List.of(
                                Slot.card("screen", LARGE_SCREEN, Fit.CONTAIN),
                                Slot.card(main, BESIDE_SCREEN, Fit.COVER))));
            case INTERVIEW -> withNames(onBackground(placed(scene, halves())));
            case PRODUCT -> withCard(onBackground(placed(scene, List.of(Slot.card(main, BESIDE_CARD, Fit.COVER)))));
        };
    }

    private static List<Slot> halves() {
        return List.of(Slot.card(Content.Source.MAIN, LEFT_HALF, Fit.COVER), Slot.card("test", RIGHT_HALF, Fit.COVER));
    }

    private static Scene placed(Scene scene, List<Slot> slots) {
        List<Layer> free = layers(scene, Content.Source.class);
        Layer[] seated = new Layer[slots.size()];
        for (int i = 0; i < seated.length; i++) {
            seated[i] = taken(free, slots.get(i)::prefers);
        }
        Scene grown = scene;
        for (int i = 0; i < seated.length; i++) {
            Layer layer = seated[i] == null ? taken(free, _ -> true) : seated[i];
            if (layer == null) {
                layer = added(grown, slots.get(i).wanted());
                grown = inFront(grown, layer);
            }
            seated[i] = slots.get(i).filledBy(layer);
        }
        List<Layer> result = new ArrayList<>(layers(scene, Content.Background.class));
        result.addAll(List.of(seated));
        free.forEach(layer -> result.add(layer.withShown(false)));
        scene.layers().stream()
                .filter(layer -> !(layer.content() instanceof Content.Background)
                        && !(layer.content() instanceof Content.Source))
                .forEach(result::add);
        return scene.withLayers(result);
    }

    private static @Nullable Layer taken(List<Layer> free, Predicate<Layer> wanted) {
        Layer found = free.stream().filter(wanted).findFirst().orElse(null);
        free.remove(found);
        return found;
    }

    private static Layer added(Scene scene, String source) {
        Content content = new Content.Source(source, Content.Key.NONE);
        return Layer.of(Ids.free(scene, "source"), "Source", content, Placement.FULL);
    }

    private static Scene onBackground(Scene scene) {
        if (!layers(scene, Content.Background.class).isEmpty()) {
            return scene;
        }
        Paint paint = new Paint.Role(ColourRole.BACKGROUND);
        Content content = new Content.Background(paint, paint, 0, "");
        List<Layer> layers = new ArrayList<>(scene.layers());
        layers.addFirst(Layer.of(Ids.free(scene, "background"), "Background", content, Placement.FULL));
        return scene.withLayers(layers);
    }

    private static Scene withNames(Scene scene) {
        Content name = new Content.LowerThird("Name", "Title");
        return over(over(scene, name, 0, nameOn(LEFT_HALF)), name, 1, nameOn(RIGHT_HALF));
    }

    private static Box nameOn(Box speaker) {
        double bottom = speaker.bottom() - GAP_Y;
        return new Box(speaker.x() + GAP_X, bottom - NAME_HEIGHT, speaker.width() - 2 * GAP_X, NAME_HEIGHT);
    }

    private static Scene withCard(Scene scene) {
        return over(scene, new Content.Product("Product", "", "", "", ""), 0, CARD);
    }

    /// Puts the scene's graphic of that kind into `box`, or `fresh` where it has none.
    ///
    /// @param which of several of the kind, from 0
    private static Scene over(Scene scene, Content fresh, int which, Box box) {
        List<Layer> ofKind = layers(scene, fresh.getClass());
        if (which >= ofKind.size()) {
            String kind = JsonForm.name(fresh.getClass().getSimpleName());
            String name = fresh instanceof Content.Product ? "Product" : "Lower third";
            Layer layer = Layer.of(Ids.free(scene, kind), name, fresh, Placement.of(box));
            return inFront(
                    scene,
                    layer.withAnimations(Animation.slide(Animation.Edge.LEFT), Animation.slide(Animation.Edge.LEFT)));
        }
        Layer old = ofKind.get(which);
        Layer placed = old.withPlacement(old.placement().withBox(box)).withShown(true);
        return scene.withLayers(scene.layers().stream()
                .map(layer -> layer.id().equals(placed.id()) ? placed : layer)
                .toList());
    }

    private static Scene inFront(Scene scene, Layer layer) {
        List<Layer> layers = new ArrayList<>(scene.layers());
        layers.add(layer);
        return scene.withLayers(layers);
    }

    private static List<Layer> layers(Scene scene, Class<? extends Content> kind) {
        return scene.layers().stream()
                .filter(layer -> kind.isInstance(layer.content()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /// A box that is as far from the top as from the bottom.
    private static Box centred(double x, double width, double height) {
        return new Box(x, (1 - height) / 2, width, height);
    }
}
