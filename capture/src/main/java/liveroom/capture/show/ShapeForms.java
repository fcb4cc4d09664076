package liveroom.capture.show;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Paint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/// Places and colours, shorter than their records would be.
final class ShapeForms {
    private static final int OPAQUE = 0xff;

    private ShapeForms() {}

    /// `[x, y, width, height]`.
    record Rectangle(JsonForm<Double> number) implements JsonForm<Box> {
        private static final int NUMBERS = 4;

        @Override
        public Box read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (!node.isArray() || node.size() != NUMBERS) {
                throw place.mustBe("a list of four numbers: x, y, width and height");
            }
            double[] sides = new double[NUMBERS];
            for (int i = 0; i < NUMBERS; i++) {
                sides[i] = number.read(node.get(i), place.element(i));
            }
            try {
                return new Box(sides[0], sides[1], sides[2], sides[3]);
            } catch (IllegalArgumentException e) {
                throw place.complaint(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public JsonNode write(Box box, Extent extent) {
            ArrayNode sides = JsonNodeFactory.instance.arrayNode();
            DoubleStream.of(box.x(), box.y(), box.width(), box.height())
                    .forEach(side -> sides.add(number.write(side, extent)));
            return sides;
        }
    }

    /// `#rrggbb`.
    record Rgb() implements JsonForm<Integer> {
        private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

        @Override
        public Integer read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (!node.isString() || !FORM.matcher(node.stringValue()).matches()) {
                throw place.mustBe("a colour such as #00b140");
            }
            return Integer.parseInt(node.stringValue(), 1, 7, 16);
        }

        @Override
        public JsonNode write(Integer rgb, Extent extent) {
            return StringNode.valueOf(String.format(Locale.ROOT, "#%06x", rgb));
        }
    }

    /// The name of a role, `#rrggbb`, or `#rrggbbaa` for one that is not opaque.
    record Colour(JsonForm<ColourRole> roles) implements JsonForm<Paint> {
        private static final Pattern FORM = Pattern.compile("#([0-9a-fA-F]{2}){3,4}");

        @Override
        public Paint read(JsonNode node, JsonPlace place) throws ShowFormatException {
            if (node.isString() && node.stringValue().startsWith("#")) {
                return fixed(node.stringValue(), place);
            }
            try {
                return new Paint.Role(roles.read(node, place));
            } catch (ShowFormatException _) {
                throw place.mustBe("a colour: primary or another of the brand's, or such as #1a2b3c");
            }
        }

        private static Paint fixed(String text, JsonPlace place) throws ShowFormatException {
            if (!FORM.matcher(text).matches()) {
                throw place.mustBe("#rrggbb or #rrggbbaa");
            }
            int rgb = Integer.parseInt(text, 1, 7, 16);
            int alpha = text.length() == 7 ? OPAQUE : Integer.parseInt(text, 7, 9, 16);
            return new Paint.Fixed(alpha << 24 | rgb);
        }

        @Override
        public JsonNode write(Paint paint, Extent extent) {
            return switch (paint) {
                case Paint.Role role -> roles.write(role.role(), extent);
                case Paint.Fixed fixed -> StringNode.valueOf(hex(fixed.argb()));
            };
        }

        private static String hex(int argb) {
            String rgb = String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
            int alpha = argb >>> 24;
            return alpha == OPAQUE ? rgb : rgb + String.format(Locale.ROOT, "%02x", alpha);
        }
    }
}
