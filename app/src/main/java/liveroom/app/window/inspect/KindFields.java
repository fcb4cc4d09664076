package liveroom.app.window.inspect;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;

/// Makes fields of what layers of one kind hold. Each writer is given what is held now.
record KindFields<C extends Content>(Class<C> kind) {
    Field line(String key, Function<C, String> reader, BiFunction<C, String, Content> writer) {
        return typed(key, Field.Shape.LINE, reader, writer);
    }

    Field lines(String key, Function<C, String> reader, BiFunction<C, String, Content> writer) {
        return typed(key, Field.Shape.LINES, reader, writer);
    }

    Field file(String key, Function<C, String> reader, BiFunction<C, String, Content> writer) {
        return typed(key, Field.Shape.FILE, reader, writer);
    }

    Field source(String key, Function<C, String> reader, BiFunction<C, String, Content> writer) {
        return typed(key, Field.Shape.SOURCE, reader, writer);
    }

    private Field typed(
            String key, Field.Shape shape, Function<C, String> reader, BiFunction<C, String, Content> writer) {
        return new Field.Typed(key, shape, layer -> reader.apply(held(layer)), writing(writer));
    }

    Field number(String key, Numbers numbers, ToDoubleFunction<C> reader, BiFunction<C, Double, Content> writer) {
        return numbers.field(key, layer -> reader.applyAsDouble(held(layer)), writing(writer));
    }

    Field painted(String key, Function<C, Paint> reader, BiFunction<C, Paint, Content> writer) {
        return new Field.Painted(key, layer -> reader.apply(held(layer)), writing(writer));
    }

    <E extends Enum<E>> Field chosen(
            String key, Class<E> type, Function<C, E> reader, BiFunction<C, E, Content> writer) {
        return Field.Chosen.of(key, type, layer -> reader.apply(held(layer)), writing(writer));
    }

    Field chosen(String key, List<String> options, Function<C, String> reader, BiFunction<C, String, Content> writer) {
        return new Field.Chosen(key, options, layer -> reader.apply(held(layer)), writing(writer));
    }

    private <V> BiFunction<Layer, V, Layer> writing(BiFunction<C, V, Content> writer) {
        return (layer, value) -> layer.withContent(writer.apply(held(layer), value));
    }

    private C held(Layer layer) {
        return kind.cast(layer.content());
    }
}
