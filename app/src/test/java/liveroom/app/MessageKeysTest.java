package liveroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the bundles of strings against the code that asks for them.
final class MessageKeysTest {
    /// A string that is passed where a key is asked for, whole or, before `+` or an open quote, its beginning.
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    private static final Pattern ASKED = Pattern.compile(
            "(?:[mM]essages(?:\\.of\\(\"\\w+\"\\)\\s*)?\\.text\\(|Words\\.of\\()\\s*\"([\\w.]+)\"\\s*[,)]");
    private static final Pattern BUNDLE_REFERENCE = Pattern.compile("\\$\\{bundle:([\\w.]+)}");

    @Test
    void everyKeyAskedFor_isInABundle() throws IOException {
        Set<String> known = keys();
        Set<String> missing = new TreeSet<>();
        for (Path source : SourceFiles.under("app/src/main", ".java")) {
            String text = Files.readString(source);
            for (Pattern pattern : List.of(ASKED, BUNDLE_REFERENCE)) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    if (!known.contains(matcher.group(1))) {
                        missing.add(source.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }

        assertThat(known).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    /// A key counts as used if a literal in the code is the key, refers to it, or is its beginning or end with a point,
    /// as in `"source." + code`.
    @Test
    void everyKeyInABundle_isAskedFor() throws IOException {
        Set<String> literals = new HashSet<>();
        List<Path> sources = new ArrayList<>(SourceFiles.under("app/src/main", ".java"));
        sources.addAll(SourceFiles.under("capture/src/main", ".java"));
        for (Path source : sources) {
            Matcher matcher = LITERAL.matcher(Files.readString(source));
            while (matcher.find()) {
                literals.add(matcher.group(1).replace("${bundle:", "").replace("}", ""));
            }
        }
        List<String> unused = new ArrayList<>();
        for (String key : new TreeSet<>(keys())) {
            boolean used = literals.contains(key) || literals.stream().anyMatch(literal -> isPartOf(literal, key));
            if (!used) {
                unused.add(key);
            }
        }

        assertThat(unused).isEmpty();
    }

    private static boolean isPartOf(String literal, String key) {
        boolean beginning = literal.endsWith(".") && key.startsWith(literal);
        boolean end = literal.startsWith(".") && key.endsWith(literal);
        return literal.length() > 1 && (beginning || end);
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new HashSet<>();
        for (Path bundle : SourceFiles.under("assets/messages", ".properties")) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                properties.load(reader);
            }
            keys.addAll(properties.stringPropertyNames());
        }
        return keys;
    }
}
