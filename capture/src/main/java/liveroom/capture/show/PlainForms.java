package liveroom.capture.show;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/// The forms of Java's own types.
final class PlainForms {
    /// Whole numbers up to here are written without a fraction, as a person would.
    private static final double EXACT = 1e9;

    static final JsonForm<String> TEXT =
            new Plain<>("text", JsonNode::isString, JsonNode::stringValue, StringNode::valueOf);
    static final JsonForm<Boolean> TRUTH =
            new Plain<>("true or false", JsonNode::isBoolean, JsonNode::booleanValue, BooleanNode::valueOf);
    static final JsonForm<Integer> WHOLE = new Plain<>(
            "a whole number",
            node -> node.isIntegralNumber() && node.canConvertToInt(),
            JsonNode::intValue,
            IntNode::valueOf);
    static final JsonForm<Long> LONG = new Plain<>(
            "a whole number",
            node -> node.isIntegralNumber() && node.canConvertToLong(),
            JsonNode::longValue,
            LongNode::valueOf);
    static final JsonForm<Double> DECIMAL = new Plain<>(
            "a number",
            node -> node.isFloatingPointNumber() || (node.isIntegralNumber() && node.canConvertToLong()),
            node -> node.isIntegralNumber() ? (double) node.longValue() : node.doubleValue(),
            PlainForms::decimal);

    private PlainForms() {}

    private static JsonNode decimal(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
        boolean negativeZero = value == 0 && Math.copySign(1, value) < 0;
        return whole && !negativeZero ? IntNode.valueOf((int) value) : DoubleNode.valueOf(value);
    }

    /// One value that JSON has a form of its own for.
    ///
    /// @param what it must be, as people are told
    private record Plain<T>(
            String what, Predicate<JsonNode> suits, Function<JsonNode, T> reader, Function<T, JsonNode> writer)
            implements JsonForm<T> {
        @Override
        public T read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (!suits.test(node)) {
                throw place.mustBe(what);
            }
            return reader.apply(node);
        }

        @Override
        public JsonNode write(T value, Extent extent) {
            return writer.apply(value);
        }
    }

    /// @param names how each constant is written
    record Choice<E extends Enum<E>>(Map<E, String> names) implements JsonForm<E> {
        static <E extends Enum<E>> Choice<E> of(Class<E> type) {
            Map<E, String> names = new EnumMap<>(type);
            for (E constant : type.getEnumConstants()) {
                names.put(constant, JsonForm.name(constant.name()));
            }
            return new Choice<>(names);
        }

        @Override
        public E read(JsonNode node, JsonPlace place) throws ShowFormatException {
            for (Map.Entry<E, String> each : names.entrySet()) {
                if (node.isString() && node.stringValue().equals(each.getValue())) {
                    return each.getKey();
                }
            }
            throw place.mustBe("one of " + String.join(", ", names.values()));
        }

        @Override
        public JsonNode write(E value, Extent extent) {
            return StringNode.valueOf(names.get(value));
        }
    }

    record Sequence<T>(JsonForm<T> element) implements JsonForm<List<T>> {
        @Override
        public List<T> read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (!node.isArray()) {
                throw place.mustBe("a list");
            }
            List<T> values = new ArrayList<>();
            for (JsonNode each : node) {
                values.add(element.read(each, place.element(values.size())));
            }
            return values;
        }

        @Override
        public JsonNode write(List<T> values, Extent extent) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            values.forEach(value -> array.add(element.write(value, extent)));
            return array;
        }
    }
}
