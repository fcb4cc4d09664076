package liveroom.app.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes one script of a module and all that it imports (ECMA-262, section 16.2), so that a browser fetches and
/// starts one file in place of many. Each module becomes a function that is called once, in the order of their needs.
///
/// Knows what the pages use: named imports and exports of things that do not change, no cycles, no waiting on the
/// outermost level.
final class ScriptLinker {
    private static final Pattern COMMENT = Pattern.compile("^[ \\t]*(?:/\\*.*?\\*/|//[^\\n]*)[ \\t]*\\n", linewise());
    private static final Pattern IMPORT =
            Pattern.compile("^import\\s+(?:\\{(?<names>[^}]*)}\\s+from\\s+)?'(?<from>[^']+)';\\n", linewise());
    private static final Pattern PASSED_ON =
            Pattern.compile("^export\\s+\\{(?<names>[^}]*)}\\s+from\\s+'(?<from>[^']+)';\\n", linewise());
    private static final Pattern EXPORT = Pattern.compile(
            "^export\\s+(?<what>(?:async\\s+)?(?:function|class|const)\\s+(?<names>\\w+|\\{[^}]*}))", linewise());
    private static final Pattern UNKNOWN = Pattern.compile("^(?:import\\b(?!\\()|export\\b)", linewise());
    private static final Pattern LATER = Pattern.compile("\\bimport\\('(?<from>\\.[^']+)'\\)");

    private final String root;
    private final UnaryOperator<String> sources;
    /// What each module is called in the script; empty while it is being read.
    private final Map<String, String> names = new LinkedHashMap<>();
    private final StringBuilder script = new StringBuilder();
    private int linked;

    private ScriptLinker(String root, UnaryOperator<String> sources) {
        this.root = root;
        this.sources = sources;
    }

    /// Links to a module, which exports what `entry` does.
    ///
    /// @param root where the modules are served: `/viewer/`
    /// @param entry relative to it
    /// @param sources the text of a module by its path; throws if there is none
    /// @throws IllegalStateException if a module says what is not known here
    static String toModule(String root, String entry, UnaryOperator<String> sources) {
        var linker = new ScriptLinker(root, sources);
        List<String> exported = new ArrayList<>();
        String name = linker.add(entry, exported);
        String exports =
                exported.isEmpty() ? "" : "export const { " + String.join(", ", exported) + " } = " + name + ";\n";
        return linker.script + exports;
    }

    /// Links to a classic script, which a browser runs where it stands, and which leaves no names behind.
    ///
    /// @see #toModule
    static String toScript(String root, String entry, UnaryOperator<String> sources) {
        var linker = new ScriptLinker(root, sources);
        linker.add(entry, new ArrayList<>());
        return "(() => {\n'use strict';\n" + linker.script + "})();\n";
    }

    private String add(String path, List<String> exported) {
        String known = names.get(path);
        if (known != null) {
            if (known.isEmpty()) {
                throw new IllegalStateException(path + " needs itself");
            }
            return known;
        }
        names.put(path, "");
        String text = COMMENT.matcher(sources.apply(path)).replaceAll("");
        var head = new StringBuilder();
        text = IMPORT.matcher(text).replaceAll(found -> taken(path, found, head, new ArrayList<>()));
        text = PASSED_ON.matcher(text).replaceAll(found -> taken(path, found, head, exported));
        text = EXPORT.matcher(text).replaceAll(found -> {
            exported.addAll(split(found.group("names").replaceAll("[{}]", "")));
            return Matcher.quoteReplacement(found.group("what"));
        });
        if (UNKNOWN.matcher(text).find()) {
            throw new IllegalStateException(path + " imports or exports in a way that is not known");
        }
        text = LATER.matcher(text)
                .replaceAll(found -> "import('" + root + resolved(path, found.group("from")) + "')")
                .replace("import.meta.url", "(location.origin + '" + root + path + "')");
        linked++;
        String name = "$" + linked;
        names.put(path, name);
        script.append("const %s = (() => {\n%s%sreturn { %s };\n})();\n"
                .formatted(name, head, text, String.join(", ", exported)));
        return name;
    }

    /// What another module gives: its names go to `head`, and to `exported` as they are called there.
    private String taken(String path, MatchResult found, StringBuilder head, List<String> exported) {
        String from = add(resolved(path, found.group("from")), new ArrayList<>());
        if (found.group("names") != null) {
            List<String> taken = split(found.group("names"));
            taken.forEach(name -> exported.add(name.substring(name.lastIndexOf(' ') + 1)));
            String parts = String.join(", ", taken).replaceAll("\\s+as\\s+", ": ");
            head.append("const { ").append(parts).append(" } = ").append(from).append(";\n");
        }
        return "";
    }

    private static List<String> split(String names) {
        return Pattern.compile(",")
                .splitAsStream(names)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String resolved(String importer, String path) {
        return Path.of("/" + importer)
                .resolveSibling(path)
                .normalize()
                .toString()
                .substring(1)
                .replace('\\', '/');
    }

    private static int linewise() {
        return Pattern.MULTILINE | Pattern.DOTALL;
    }
}
