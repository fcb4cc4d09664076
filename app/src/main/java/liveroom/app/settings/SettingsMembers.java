package liveroom.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import liveroom.app.text.Messages;
import liveroom.capture.source.SourceSpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The members of one JSON object, read leniently: what cannot be used is reported and gives way to the default.
final class SettingsMembers {
    private static final int MAX_TEXT_LENGTH = 4096;
    private static final int MAX_TEXTS = 16;
    private static final int MAX_NAMED = 64;

    private final String prefix;
    private final @Nullable JsonNode object;
    private final List<String> complaints;

    SettingsMembers(String prefix, @Nullable JsonNode object, List<String> complaints) {
        this.prefix = prefix;
        this.object = object;
        this.complaints = complaints;
    }

    SettingsMembers group(String name) {
        JsonNode node = member(name);
        if (node != null && !node.isObject()) {
            complain(name, node, "{}");
            node = null;
        }
        return new SettingsMembers(prefix + name + ".", node, complaints);
    }

    int whole(String name, Range range, int fallback) {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        if (node.isIntegralNumber() && node.canConvertToInt() && range.contains(node.intValue())) {
            return node.intValue();
        }
        complain(name, node, Integer.toString(fallback));
        return fallback;
    }

    int even(String name, Range range, int fallback) {
        int value = whole(name, range, fallback);
        if (value % 2 == 0) {
            return value;
        }
        complain(name, Integer.toString(value), Integer.toString(fallback));
        return fallback;
    }

    double decimal(String name, double lowest, double highest, double fallback) {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        if (node.isNumber() && node.doubleValue() >= lowest && node.doubleValue() <= highest) {
            return node.doubleValue();
        }
        complain(name, node, Double.toString(fallback));
        return fallback;
    }

    String text(String name, Predicate<String> valid, String fallback) {
        return text(name, valid, fallback, fallback);
    }

    /// A text of which nobody is told what it is, the fallback included.
    String secret(String name, Predicate<String> valid, String fallback) {
        return text(name, valid, fallback, Messages.of("settings").text("member.newSecret"));
    }

    private String text(String name, Predicate<String> valid, String fallback, String told) {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        if (isText(node) && valid.test(node.stringValue())) {
            return node.stringValue();
        }
        complain(name, node, told);
        return fallback;
    }

    String source(String name, String fallback) {
        return text(name, text -> text.isEmpty() || isSource(text), fallback);
    }

    List<String> texts(String name, Predicate<String> valid, List<String> fallback) {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        if (!node.isArray() || node.size() > MAX_TEXTS) {
            complain(name, node, fallback.toString());
            return fallback;
        }
        List<String> values = new ArrayList<>();
        for (JsonNode element : node) {
            if (isText(element) && valid.test(element.stringValue())) {
                values.add(element.stringValue());
            } else {
                complain(name, "…", fallback.toString());
                return fallback;
            }
        }
        return values;
    }

    /// An object whose members are texts.
    Map<String, String> named(String name, Predicate<String> valid, Map<String, String> fallback) {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        if (!node.isObject() || node.size() > MAX_NAMED) {
            complain(name, node, fallback.toString());
            return fallback;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (isText(entry.getValue()) && valid.test(entry.getValue().stringValue())) {
                values.put(entry.getKey(), entry.getValue().stringValue());
            } else {
                complain(name, "…", fallback.toString());
                return fallback;
            }
        }
        return values;
    }

    Path folder(String name, Path fallback) {
        String text = text(name, SettingsMembers::isPath, fallback.toString());
        return Path.of(text);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
        JsonNode node = member(name);
        if (node == null) {
            return fallback;
        }
        if (isText(node)) {
            String wanted = node.stringValue().toUpperCase(Locale.ROOT);
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(wanted)) {
                    return constant;
                }
            }
        }
        complain(name, node, fallback.name());
        return fallback;
    }

    private static boolean isText(JsonNode node) {
        return node.isString() && node.stringValue().length() <= MAX_TEXT_LENGTH;
    }

    private static boolean isSource(String text) {
        try {
            return SourceSpec.parse(text) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isPath(String text) {
        try {
            return Path.of(text).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private @Nullable JsonNode member(String name) {
        JsonNode found = object == null ? null : object.get(name);
        return found == null || found.isNull() ? null : found;
    }

    /// What stood there is shown, except in the room, which holds a secret, and in addresses that may hold one.
    private void complain(String name, JsonNode found, String instead) {
        boolean secret = prefix.equals("room.") || name.equals("turn");
        complain(name, secret || !found.isValueNode() ? "…" : found.asString(), instead);
    }

    private void complain(String name, String found, String instead) {
        complaints.add(Messages.of("settings").text("member.unusable", prefix + name, found, instead));
    }
}
