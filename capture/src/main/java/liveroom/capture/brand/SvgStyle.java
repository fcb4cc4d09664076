package liveroom.capture.brand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the styles of a drawing refer to. Nothing but parts of the same drawing is let through.
final class SvgStyle {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)}");
    private static final Pattern CLASS = Pattern.compile("\\.([\\w-]+)");
    private static final Pattern ADDRESS = Pattern.compile("url\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCAL =
            Pattern.compile("url\\(\\s*(['\"]?)#([^'\"()\\s]+)\\1\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final List<String> FETCHING = List.of("@import", "image-set(", "src(");

    private SvgStyle() {}

    /// How often the part that is referred to is drawn.
    enum Use {
        ONCE,
        /// Markers: at each point of the outline.
        EACH_POINT
    }

    record Reference(String id, Use use) {}

    /// What elements refer to by their style. @param classes which elements; all of them if empty
    record Rule(List<String> classes, List<Reference> references) {}

    /// The parts that declarations refer to; empty if they refer to anything else, or hide what
    /// they refer to.
    static Optional<List<Reference>> references(String declarations) {
        String text = declarations.toLowerCase(Locale.ROOT);
        boolean hides = text.indexOf('\\') >= 0 && text.indexOf('(') >= 0;
        if (hides || FETCHING.stream().anyMatch(text::contains)) {
            return Optional.empty();
        }
        List<Reference> found = new ArrayList<>();
        Matcher local = LOCAL.matcher(declarations);
        while (local.find()) {
            found.add(new Reference(local.group(2), text.contains("marker") ? Use.EACH_POINT : Use.ONCE));
        }
        return found.size() == ADDRESS.matcher(text).results().count() ? Optional.of(found) : Optional.empty();
    }

    /// The rules of a style sheet that refer to parts; empty if it refers to anything else.
    static Optional<List<Rule>> rules(String sheet) {
        String text = COMMENT.matcher(sheet).replaceAll(" ");
        Optional<List<Reference>> all = references(text);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Rule> rules = new ArrayList<>();
        int seen = 0;
        Matcher rule = RULE.matcher(text);
        while (rule.find()) {
            List<Reference> found = references(rule.group(2)).orElse(List.of());
            seen += found.size();
            if (!found.isEmpty()) {
                rules.add(new Rule(classes(rule.group(1)), found));
            }
        }
        return seen == all.orElseThrow().size() ? Optional.of(rules) : Optional.empty();
    }

    private static List<String> classes(String selectors) {
        List<String> classes = new ArrayList<>();
        for (String selector : selectors.split(",", -1)) {
            Matcher name = CLASS.matcher(selector);
            if (!name.find()) {
                return List.of();
            }
            classes.add(name.group(1));
        }
        return classes;
    }
}
