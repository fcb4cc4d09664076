package liveroom.capture.brand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the styles of a drawing refer to. Nothing but parts of the same drawing is let through.
final class SvgStyle {
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
    record Rule(Set<String> classes, List<Reference> references) {}

    /// The parts that declarations refer to; empty if they refer to anything else, or hide what
    /// they refer to.
    static Optional<List<Reference>> references(String declarations) {
        String text = declarations.toLowerCase(Locale.ROOT);
        boolean hides = text.indexOf('\\') >= 0 && text.indexOf('(') >= 0;
        if (hides || FETCHING.stream().anyMatch(text::contains)) {
            return Optional.empty();
        }
        Use use = text.contains("marker") ? Use.EACH_POINT : Use.ONCE;
        List<Reference> found = new ArrayList<>();
        Matcher local = LOCAL.matcher(declarations);
        while (local.find()) {
            found.add(new Reference(local.group(2), use));
        }
        return found.size() == ADDRESS.matcher(text).results().count() ? Optional.of(found) : Optional.empty();
    }

    /// The rules of a style sheet that refer to parts; empty if it refers to anything else, be it
    /// in what looks like a comment.
    static Optional<List<Rule>> rules(String sheet) {
        Optional<List<Reference>> all = references(sheet);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String text = withoutComments(sheet);
        List<Rule> rules = new ArrayList<>();
        int seen = 0;
        int selectors = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', selectors)) {
            int close = text.indexOf('}', open);
            int inner = close < 0 ? -1 : text.lastIndexOf('{', close);
            if (inner < 0) {
                break;
            }
            List<Reference> found = references(text.substring(inner + 1, close)).orElse(List.of());
            seen += found.size();
            if (!found.isEmpty()) {
                int start = Math.max(selectors, text.lastIndexOf('{', inner - 1) + 1);
                rules.add(new Rule(classes(text.substring(start, inner)), found));
            }
            selectors = close + 1;
        }
        return seen == all.orElseThrow().size() ? Optional.of(rules) : Optional.empty();
    }

    private static String withoutComments(String sheet) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = sheet.indexOf("/*"); open >= 0; open = sheet.indexOf("/*", at)) {
            text.append(sheet, at, open).append(' ');
            int close = sheet.indexOf("*/", open + 2);
            at = close < 0 ? sheet.length() : close + 2;
        }
        return text.append(sheet, at, sheet.length()).toString();
    }

    private static Set<String> classes(String selectors) {
        Set<String> classes = new HashSet<>();
        for (String selector : selectors.split(",", -1)) {
            Matcher name = CLASS.matcher(selector);
            if (!name.find()) {
                return Set.of();
            }
            classes.add(name.group(1));
        }
        return classes;
    }
}
