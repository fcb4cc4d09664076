package liveroom.transport.http;

import java.util.Collection;
import java.util.List;

/// What a page may do (W3C Content Security Policy, level 3): run the studio's own scripts and nothing else, and be
/// framed by nobody.
///
/// @param scripts the hashes (`sha256-…`) of those that stand in the page itself
/// @param styles the same of style sheets
public record ContentPolicy(List<String> scripts, List<String> styles) {
    static final String HEADER = "Content-Security-Policy";

    /// Nothing in the page itself may run.
    public static final ContentPolicy STRICTEST = new ContentPolicy(List.of(), List.of());

    public ContentPolicy {
        scripts = List.copyOf(scripts);
        styles = List.copyOf(styles);
    }

    /// The value of the header.
    @Override
    public String toString() {
        return "default-src 'none'; script-src 'self'" + quoted(scripts) + "; style-src 'self'" + quoted(styles)
                + "; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; "
                + "worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    }

    private static String quoted(Collection<String> hashes) {
        var all = new StringBuilder();
        hashes.forEach(hash -> all.append(" '").append(hash).append('\''));
        return all.toString();
    }
}
