package liveroom.app.settings;

import java.net.URI;
import java.util.regex.Pattern;

/// The addresses that a host may give, checked by their form alone.
public final class Addresses {
    private static final Pattern STUN = Pattern.compile("stuns?:[A-Za-z0-9.\\-\\[\\]:]+");
    private static final Pattern TURN =
            Pattern.compile("turns?:[^:@\\s]+:[^@\\s]+@[A-Za-z0-9.\\-\\[\\]:]+(\\?transport=(udp|tcp))?");

    private Addresses() {}

    /// RFC 7064: `stun:stun.example.org:3478`.
    public static boolean isStun(String text) {
        return STUN.matcher(text).matches();
    }

    /// RFC 7065 with the credentials in front of the host: `turn:USER:PASSWORD@turn.example.org:3478`.
    public static boolean isTurn(String text) {
        return TURN.matcher(text).matches();
    }

    /// An `https:` address, or `http:` for those who know what they do, without query and fragment.
    public static boolean isPublic(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
