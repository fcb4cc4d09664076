package liveroom.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/// Who asks to come in, as far as can be told.
///
/// @param address where from; of an IPv6 address of the internet the network's half, since a household has all of the
///     other; empty for this computer, where a tunnel may stand for anybody
/// @param token what the page of one browser calls itself, or empty: other players have none
/// @param lane the one it announces; on the shared one its tracks need not wake
record Visitor(String address, String token, Lane lane) {
    /// The header in which the page says what it calls itself.
    static final String TOKEN = "liveroom-viewer";

    private static final int NETWORK_BYTES = 8;

    /// @param remote as the HTTP door tells it
    static Visitor of(String remote, String token, Lane lane) {
        try {
            InetAddress literal = InetAddress.ofLiteral(remote);
            if (literal.isLoopbackAddress()) {
                return new Visitor("", token, lane);
            }
            boolean wide = literal instanceof Inet6Address six && !isLocal(six);
            return new Visitor(
                    wide ? HexFormat.of().formatHex(literal.getAddress(), 0, NETWORK_BYTES) : literal.getHostAddress(),
                    token,
                    lane);
        } catch (IllegalArgumentException _) {
            return new Visitor(remote, token, lane); // what a proxy calls it
        }
    }

    /// Link-local (RFC 4291) or unique local (RFC 4193): there a network is full of different people.
    private static boolean isLocal(Inet6Address address) {
        return address.isLinkLocalAddress() || (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    /// By what it would be known again: its browser, else its address.
    Optional<String> mark() {
        if (!token.isEmpty()) {
            return Optional.of("browser " + token);
        }
        return address.isEmpty() ? Optional.empty() : Optional.of("address " + address);
    }

    boolean isSameBrowserAs(Visitor other) {
        return !token.isEmpty() && token.equals(other.token);
    }

    /// Leaves out what tells people apart.
    @Override
    public String toString() {
        return "visitor";
    }
}
