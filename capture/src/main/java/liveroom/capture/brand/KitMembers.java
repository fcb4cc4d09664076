package liveroom.capture.brand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import liveroom.capture.brand.BrandException.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The members of one object of `brand.json`, read strictly: one that is missing takes its
/// default, one that cannot be used is refused by name.
final class KitMembers {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int MAX_TEXTS = 12;

    private final String prefix;
    private final @Nullable JsonNode object;

    KitMembers(JsonNode object) {
        this("", object);
    }

    private KitMembers(String prefix, @Nullable JsonNode object) {
        this.prefix = prefix;
        this.object = object;
    }

    /// As it is written in the file: `ON_PRIMARY` is `onPrimary`.
    static String camel(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    boolean has(String name) {
        return member(name) != null;
    }

    KitMembers group(String name) throws BrandException {
        JsonNode node = member(name);
        if (node != null && !node.isObject()) {
            throw wrong(name, "an object with members of its own");
        }
        return new KitMembers(prefix + name + ".", node);
    }

    String text(String name, int max, String fallback) throws BrandException {
        JsonNode node = member(name);
        return node == null ? fallback : text(name, max, node);
    }

    private String text(String name, int max, JsonNode node) throws BrandException {
        String text = node.isString() ? node.stringValue() : null;
        if (text == null || text.length() > max || !text.codePoints().allMatch(KitMembers::isText)) {
            throw wrong(name, "a text of up to " + max + " characters on one line");
        }
        return text;
    }

    private static boolean isText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    int whole(String name, int min, int max, int fallback) throws BrandException {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < min || node.intValue() > max) {
            throw wrong(name, "a whole number from " + min + " to " + max);
        }
        return node.intValue();
    }

    double decimal(String name, double min, double max, double fallback) throws BrandException {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(value >= min && value <= max)) {
            throw wrong(name, "a number from " + min + " to " + max);
        }
        return value;
    }

    /// As `0xRRGGBB`.
    int colour(String name, int fallback) throws BrandException {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        if (!node.isString() || !COLOUR.matcher(node.stringValue()).matches()) {
            throw wrong(name, "a colour such as \"#1f5eff\"");
        }
        return Integer.parseInt(node.stringValue().substring(1), 16);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) throws BrandException {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (node.isString() && node.stringValue().equals(camel(constant))) {
                return constant;
            }
            allowed.add(camel(constant));
        }
        throw wrong(name, "one of " + String.join(", ", allowed));
    }

    /// The name of a file of the kit; empty for none.
    String file(String name, String fallback, Predicate<FileKind> allowed) throws BrandException {
        JsonNode node = member(name);
        return node == null ? fallback : file(name, node, allowed);
    }

    private String file(String name, JsonNode node, Predicate<FileKind> allowed) throws BrandException {
        String file = text(name, 200, node);
        boolean fits =
                KitNames.isPlain(file) && FileKind.of(file).filter(allowed).isPresent();
        if (!file.isEmpty() && !fits) {
            throw wrong(name, "the name of a fitting file in the kit, such as \"logo.svg\"");
        }
        return file;
    }

    List<String> fonts(String name) throws BrandException {
        JsonNode node = member(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MAX_TEXTS) {
            throw wrong(name, "a list of up to " + MAX_TEXTS + " font files");
        }
        List<String> files = new ArrayList<>();
        for (JsonNode element : node) {
            String file = file(name, element, kind -> kind == FileKind.FONT);
            if (file.isEmpty()) {
                throw wrong(name, "a list of font files");
            }
            files.add(file);
        }
        return files;
    }

    BrandException wrong(String name, String expected) {
        return new BrandException(
                Code.INVALID, BrandJson.FILE + ": \"" + prefix + name + "\" must be " + expected + ".");
    }

    private @Nullable JsonNode member(String name) {
        JsonNode found = object == null ? null : object.get(name);
        return found == null || found.isNull() ? null : found;
    }
}
