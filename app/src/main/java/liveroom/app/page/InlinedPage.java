package liveroom.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liveroom.transport.http.ContentPolicy;

/// A page that contains what it begins with, so that one answer is enough for it: scripts and style sheets with the
/// attribute `data-inline` are put in their places.
///
/// @param policy lets those run, and no others
record InlinedPage(String html, ContentPolicy policy) {
    private static final Pattern SCRIPT =
            Pattern.compile("<script\\b[^>]*\\bdata-inline\\b[^>]*\\bsrc=\"(?<path>[^\"]+)\"[^>]*></script>");
    private static final Pattern STYLE =
            Pattern.compile("<link\\b[^>]*\\bdata-inline\\b[^>]*\\bhref=\"(?<path>[^\"]+)\"[^>]*>");
    private static final Pattern END = Pattern.compile("</(?:script|style)|<!--", Pattern.CASE_INSENSITIVE);

    /// @param root what the addresses in the page begin with
    /// @param texts what a file below it says
    static InlinedPage of(String html, String root, UnaryOperator<String> texts) {
        List<String> scripts = new ArrayList<>();
        List<String> styles = new ArrayList<>();
        String whole = SCRIPT.matcher(html).replaceAll(found -> {
            String script = ScriptLinker.toScript(root, below(root, found.group("path")), texts);
            scripts.add(hash(script));
            return Matcher.quoteReplacement("<script>" + script + "</script>");
        });
        whole = STYLE.matcher(whole).replaceAll(found -> {
            String style = texts.apply(below(root, found.group("path")));
            styles.add(hash(style));
            return Matcher.quoteReplacement("<style>" + style + "</style>");
        });
        return new InlinedPage(whole, new ContentPolicy(scripts, styles));
    }

    private static String below(String root, String address) {
        if (!address.startsWith(root)) {
            throw new IllegalStateException(address + " is not below " + root);
        }
        return address.substring(root.length());
    }

    /// As a policy names it.
    private static String hash(String text) {
        if (END.matcher(text).find()) {
            throw new IllegalStateException("what stands in a page may not contain what ends it");
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
