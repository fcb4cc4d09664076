package liveroom.transport.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells requesters apart by the number of their address, never by a name: that is whatever their DNS says. Behind a
/// tunnel or a reverse proxy on this computer every request comes from this computer; then the last address that the
/// proxy adds to `X-Forwarded-For` is taken, and from nobody else.
final class ClientAddress {
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1");
    private static final int MAX_CHARACTERS = 64;

    private ClientAddress() {}

    /// Whether the connection was made on this computer, by a tunnel perhaps, on behalf of anybody.
    static boolean isThisComputer(String peer) {
        return THIS_COMPUTER.contains(peer);
    }

    /// The number of the address that a connection comes from.
    static String of(SocketAddress peer) {
        return peer instanceof InetSocketAddress internet
                ? internet.getAddress().getHostAddress()
                : peer.toString();
    }

    /// Who makes a request over a connection that comes from `peer`.
    static String of(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !isThisComputer(peer)) {
            return peer;
        }
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > MAX_CHARACTERS ? peer : last;
    }
}
