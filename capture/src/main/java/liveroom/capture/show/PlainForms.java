package liveroom.capture.show;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    private PlainForms() {}

    record Text() implements JsonForm<String> {
        @Override
        public String read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (!node.isString()) {
                throw place.mustBe("text");
            }
            return node.stringValue();
        }

        @Override
        public JsonNode write(String value, Extent extent) {
            return StringNode.valueOf(value);
        }
    }

    record Truth() implements JsonForm<Boolean> {
        @Override
        public Boolean read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (!node.isBoolean()) {
                throw place.mustBe("true or false");
            }
            return node.booleanValue();
        }

        @Override
        public JsonNode write(Boolean value, Extent extent) {
            return BooleanNode.valueOf(value);
        }
    }

    record Whole() implements JsonForm<Integer> {
        @Override
        public Integer read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                throw place.mustBe("a whole number");
            }
            return node.intValue();
        }

        @Override
        public JsonNode write(Integer value, Extent extent) {
            return IntNode.valueOf(value);
        }
    }

    record Long64() implements JsonForm<Long> {
        @Override
        public Long read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                throw place.mustBe("a whole number");
            }
            return node.longValue();
        }

        @Override
        public JsonNode write(Long value, Extent extent) {
            return LongNode.valueOf(value);
        }
    }

    record Decimal() implements JsonForm<Double> {
        @Override
        public Double read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (node.isIntegralNumber() && node.canConvertToLong()) {
                return (double) node.longValue();
            }
            if (!node.isFloatingPointNumber()) {
                throw place.mustBe("a number");
            }
            return node.doubleValue();
        }

        @Override
        public JsonNode write(Double value, Extent extent) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
            boolean negativeZero = value == 0 && Math.copySign(1, value) < 0;
            return whole && !negativeZero ? IntNode.valueOf(value.intValue()) : DoubleNode.valueOf(value);
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
