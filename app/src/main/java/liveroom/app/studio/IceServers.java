package liveroom.app.studio;

import java.util.List;
import java.util.stream.Stream;
import liveroom.app.settings.Settings;
import liveroom.transport.peer.IceServer;

/// Reads the STUN and TURN servers that the host gave.
final class IceServers {
    private IceServers() {}

    /// The form of the settings: `stun:HOST:PORT` and `turn:USER:PASSWORD@HOST:PORT`.
    static List<IceServer> of(Settings.Network network) {
        return Stream.concat(
                        network.stun().stream().map(uri -> new IceServer(uri, "", "")),
                        network.turn().stream().map(IceServers::turn))
                .toList();
    }

    private static IceServer turn(String text) {
        int scheme = text.indexOf(':');
        int user = text.indexOf(':', scheme + 1);
        int host = text.lastIndexOf('@');
        return new IceServer(
                text.substring(0, scheme + 1) + text.substring(host + 1),
                text.substring(scheme + 1, user),
                text.substring(user + 1, host));
    }
}
