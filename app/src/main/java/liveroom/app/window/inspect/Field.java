package liveroom.app.window.inspect;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;

/// One thing about a layer that the host can change. Its words are those of `inspect.KEY`.
public sealed interface Field {
    String key();

    /// Something typed.
    ///
    /// @param writer makes the layer that the text asks for, or refuses with an
    /// [IllegalArgumentException] whose message is a sentence for the host
    record Typed(String key, Shape shape, Function<Layer, String> reader, BiFunction<Layer, String, Layer> writer)
            implements Field {}

    /// One of a few.
    ///
    /// @param options their names; their words are those of `inspect.option.NAME`
    record Chosen(
            String key, List<String> options, Function<Layer, String> reader, BiFunction<Layer, String, Layer> writer)
            implements Field {
        static <E extends Enum<E>> Chosen of(
                String key, Class<E> type, Function<Layer, E> reader, BiFunction<Layer, E, Layer> writer) {
            return new Chosen(
                    key,
                    Stream.of(type.getEnumConstants()).map(Enum::name).toList(),
                    layer -> reader.apply(layer).name(),
                    (layer, name) -> writer.apply(layer, Enum.valueOf(type, name)));
        }
    }

    /// A colour.
    record Painted(String key, Function<Layer, Paint> reader, BiFunction<Layer, Paint, Layer> writer)
            implements Field {}

    /// What is typed, and with what help.
    enum Shape {
        LINE,
        LINES,
        NUMBER,
        /// A path; a file can be chosen.
        FILE,
        /// A source; the known ones can be chosen.
        SOURCE
    }

    /// The pages that the fields are spread over.
    enum Page {
        CONTENT,
        PLACE,
        LOOK,
        MOTION
    }
}
