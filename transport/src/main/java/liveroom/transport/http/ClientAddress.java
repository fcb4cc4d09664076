package liveroom.transport.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells requesters apart. Behind a tunnel or a reverse proxy on this computer every request comes from this computer;
/// then the last address that the proxy adds to `X-Forwarded-For` is taken, and from nobody else.
final class ClientAddress {
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "localhost");
    private static final int MAX_CHARACTERS = 64;

    private ClientAddress() {}

    static String of(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !THIS_COMPUTER.contains(peer)) {
            return peer;
        }
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        return last.isEmpty() || last.length() > MAX_CHARACTERS ? peer : last;
    }
}
