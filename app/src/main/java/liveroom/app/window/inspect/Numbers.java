package liveroom.app.window.inspect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Layer;

/// Numbers as people write them: in pixels or per cent, with a comma or a point.
///
/// @param factor what a unit of the layer's own number is in what people write
/// @param lowest in what people write
/// @param decimals places that are shown
record Numbers(double factor, double lowest, double highest, int decimals) {
    static final Numbers PERCENT = new Numbers(100, 0, 100, 1);

    static Numbers whole(double lowest, double highest) {
        return new Numbers(1, lowest, highest, 0);
    }

    Field.Typed field(String key, ToDoubleFunction<Layer> reader, BiFunction<Layer, Double, Layer> writer) {
        return new Field.Typed(
                key,
                Field.Shape.NUMBER,
                layer -> written(reader.applyAsDouble(layer)),
                // A number that was not changed is not rounded to what is shown of it.
                (layer, text) -> text.strip().equals(written(reader.applyAsDouble(layer)))
                        ? layer
                        : writer.apply(layer, read(text)));
    }

    String written(double value) {
        return BigDecimal.valueOf(value * factor)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    double read(String text) {
        try {
            double number = Double.parseDouble(text.strip().replace(',', '.'));
            if (number >= lowest && number <= highest) {
                return number / factor;
            }
        } catch (NumberFormatException _) {
            // refused below, as a number that is out of range
        }
        throw new IllegalArgumentException(Words.of("inspect.problem.number", plain(lowest), plain(highest)));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
