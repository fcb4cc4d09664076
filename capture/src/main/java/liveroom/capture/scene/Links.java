package liveroom.capture.scene;

import java.net.URI;
import java.net.URISyntaxException;

/// Addresses that viewers are asked to open.
final class Links {
    private static final int MAX_CHARACTERS = 500;

    private Links() {}

    /// @throws IllegalArgumentException unless `link` is empty or a plain `https` or `http` address
    static void check(String link) {
        if (link.isEmpty()) {
            return;
        }
        Bounds.text("link", link, MAX_CHARACTERS);
        try {
            URI address = new URI(link);
            String scheme = String.valueOf(address.getScheme());
            if ((scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null
                    && address.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException _) {
            // refused below, as any other
        }
        throw new IllegalArgumentException("The link must be an address that begins with https://.");
    }
}
