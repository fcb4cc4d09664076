package liveroom.app.window.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Placement;

/// The fields of a layer, page by page. Places and widths are told in pixels of the program.
final class Fields {
    private static final double FAR = 3;

    private Fields() {}

    static List<Field> of(Layer layer, Field.Page page, VideoFormat format) {
        return switch (page) {
            case CONTENT -> ContentFields.of(layer.content());
            case PLACE -> place(layer.content(), format);
            case LOOK -> look(format.height());
            case MOTION -> motion(layer);
        };
    }

    private static List<Field> place(Content content, VideoFormat format) {
        Numbers across = pixels(format.width(), -FAR, FAR);
        Numbers down = pixels(format.height(), -FAR, FAR);
        Numbers wide = pixels(format.width(), Box.SMALLEST, FAR);
        Numbers high = pixels(format.height(), Box.SMALLEST, FAR);
        List<Field> fields = new ArrayList<>(List.of(
                box("x", across, Box::x, (box, x) -> new Box(x, box.y(), box.width(), box.height())),
                box("y", down, Box::y, (box, y) -> new Box(box.x(), y, box.width(), box.height())),
                box("width", wide, Box::width, (box, width) -> new Box(box.x(), box.y(), width, box.height())),
                box("height", high, Box::height, (box, height) -> new Box(box.x(), box.y(), box.width(), height))));
        if (content instanceof Content.Source || content instanceof Content.Image) {
            fields.add(Field.Chosen.of(
                    "fit",
                    Placement.Fit.class,
                    layer -> layer.placement().fit(),
                    (layer, fit) -> layer.withPlacement(layer.placement().withFit(fit))));
            fields.add(Field.Chosen.of(
                    "flip", Placement.Flip.class, layer -> layer.placement().flip(), (layer, flip) -> {
                        Placement old = layer.placement();
                        return layer.withPlacement(new Placement(old.box(), old.crop(), old.fit(), flip));
                    }));
            fields.addAll(crop());
        }
        return fields;
    }

    private static List<Field> crop() {
        return List.of(
                crop(
                        "cropLeft",
                        Placement.Crop::left,
                        (old, value) -> new Placement.Crop(value, old.top(), old.right(), old.bottom())),
                crop(
                        "cropRight",
                        Placement.Crop::right,
                        (old, value) -> new Placement.Crop(old.left(), old.top(), value, old.bottom())),
                crop(
                        "cropTop",
                        Placement.Crop::top,
                        (old, value) -> new Placement.Crop(old.left(), value, old.right(), old.bottom())),
                crop(
                        "cropBottom",
                        Placement.Crop::bottom,
                        (old, value) -> new Placement.Crop(old.left(), old.top(), old.right(), value)));
    }

    private static List<Field> look(int height) {
        return List.of(
                Numbers.PERCENT.field(
                        "opacity",
                        layer -> layer.look().opacity(),
                        (layer, value) -> layer.withLook(layer.look().withOpacity(value))),
                pixels(height, 0, 0.5)
                        .field(
                                "corners",
                                layer -> layer.look().cornerRadius(),
                                (layer, value) -> layer.withLook(layer.look().withCornerRadius(value))),
                pixels(height, 0, 0.1)
                        .field(
                                "border",
                                layer -> layer.look().border().width(),
                                (layer, value) -> layer.withLook(layer.look()
                                        .withBorder(new Look.Border(
                                                value, layer.look().border().paint())))),
                new Field.Painted(
                        "borderColour",
                        layer -> layer.look().border().paint(),
                        (layer, paint) -> layer.withLook(layer.look()
                                .withBorder(
                                        new Look.Border(layer.look().border().width(), paint)))),
                shadow(
                        "shadowBlur",
                        pixels(height, 0, 0.1),
                        Look.Shadow::blur,
                        (old, value) -> new Look.Shadow(value, old.drop(), old.opacity())),
                shadow(
                        "shadowDrop",
                        pixels(height, 0, 0.1),
                        Look.Shadow::drop,
                        (old, value) -> new Look.Shadow(old.blur(), value, old.opacity())),
                shadow(
                        "shadowOpacity",
                        Numbers.PERCENT,
                        Look.Shadow::opacity,
                        (old, value) -> new Look.Shadow(old.blur(), old.drop(), value)),
                Field.Chosen.of(
                        "blend",
                        Look.Blend.class,
                        layer -> layer.look().blend(),
                        (layer, blend) -> layer.withLook(layer.look().withBlend(blend))));
    }

    /// What an animation of its kind has no use for is left out.
    private static List<Field> motion(Layer shown) {
        List<Field> fields = new ArrayList<>();
        fields.addAll(animation("enter", Layer::enter, (layer, enter) -> layer.withAnimations(enter, layer.exit()))
                .subList(0, used(shown.enter())));
        fields.addAll(animation("exit", Layer::exit, (layer, exit) -> layer.withAnimations(layer.enter(), exit))
                .subList(0, used(shown.exit())));
        return fields;
    }

    private static int used(Animation animation) {
        return switch (animation.kind()) {
            case CUT -> 1;
            case FADE, SCALE -> 3;
            case SLIDE -> 4;
        };
    }

    /// What it is, how long, how eased, and from which edge.
    private static List<Field> animation(
            String key, Function<Layer, Animation> reader, BiFunction<Layer, Animation, Layer> writer) {
        return List.of(
                Field.Chosen.of(
                        key, Animation.Kind.class, layer -> reader.apply(layer).kind(), (layer, kind) -> {
                            Animation old = reader.apply(layer);
                            int millis =
                                    kind == Animation.Kind.CUT ? 0 : Math.max(old.millis(), Animation.FADE.millis());
                            return writer.apply(layer, new Animation(kind, millis, old.ease(), old.edge()));
                        }),
                Numbers.whole(0, Animation.MAX_MILLIS)
                        .field(key + "Millis", layer -> reader.apply(layer).millis(), (layer, millis) -> {
                            Animation old = reader.apply(layer);
                            int whole = (int) Math.round(millis);
                            return writer.apply(layer, new Animation(old.kind(), whole, old.ease(), old.edge()));
                        }),
                Field.Chosen.of(
                        key + "Ease",
                        Animation.Ease.class,
                        layer -> reader.apply(layer).ease(),
                        (layer, ease) -> {
                            Animation old = reader.apply(layer);
                            return writer.apply(layer, new Animation(old.kind(), old.millis(), ease, old.edge()));
                        }),
                Field.Chosen.of(
                        key + "Edge",
                        Animation.Edge.class,
                        layer -> reader.apply(layer).edge(),
                        (layer, edge) -> {
                            Animation old = reader.apply(layer);
                            return writer.apply(layer, new Animation(old.kind(), old.millis(), old.ease(), edge));
                        }));
    }

    private static Numbers pixels(int side, double lowest, double highest) {
        return new Numbers(side, Math.ceil(lowest * side), Math.floor(highest * side), 0);
    }

    private static Field box(
            String key, Numbers numbers, ToDoubleFunction<Box> reader, BiFunction<Box, Double, Box> writer) {
        return numbers.field(
                key,
                layer -> reader.applyAsDouble(layer.placement().box()),
                (layer, value) -> layer.withPlacement(
                        layer.placement().withBox(writer.apply(layer.placement().box(), value))));
    }

    private static Field crop(
            String key,
            ToDoubleFunction<Placement.Crop> reader,
            BiFunction<Placement.Crop, Double, Placement.Crop> writer) {
        return Numbers.PERCENT.field(
                key, layer -> reader.applyAsDouble(layer.placement().crop()), (layer, value) -> {
                    Placement old = layer.placement();
                    return layer.withPlacement(
                            new Placement(old.box(), writer.apply(old.crop(), value), old.fit(), old.flip()));
                });
    }

    private static Field shadow(
            String key,
            Numbers numbers,
            ToDoubleFunction<Look.Shadow> reader,
            BiFunction<Look.Shadow, Double, Look.Shadow> writer) {
        return numbers.field(
                key,
                layer -> reader.applyAsDouble(layer.look().shadow()),
                (layer, value) -> layer.withLook(
                        layer.look().withShadow(writer.apply(layer.look().shadow(), value))));
    }
}
