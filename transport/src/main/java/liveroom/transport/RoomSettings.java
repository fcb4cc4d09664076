package liveroom.transport;

import java.net.InetAddress;
import java.util.List;
import liveroom.capture.media.VideoFormat;
import liveroom.transport.peer.IceServer;

/// What a room is opened with.
///
/// @param roomId lower-case letters and digits; part of the link
/// @param key unguessable; part of the link, see [RoomKey]
/// @param title shown to viewers
/// @param address to listen on
/// @param port 0 for any free one
/// @param maxPerAddress most viewers from one address at a time; this computer's own does not count
/// @param bitrateKbps most that one viewer's picture may take
public record RoomSettings(
        String roomId,
        String key,
        String title,
        InetAddress address,
        int port,
        int maxViewers,
        int maxPerAddress,
        List<IceServer> iceServers,
        int bitrateKbps,
        int fps,
        VideoFormat format,
        StaticFiles files) {
    public RoomSettings {
        if (!roomId.matches("[a-z0-9]{1,32}")) {
            throw new IllegalArgumentException("room id '" + roomId + "'");
        }
        if (!RoomKey.isWellFormed(key)) {
            throw new IllegalArgumentException("the room's key is not a key");
        }
        if (maxViewers < 1 || maxPerAddress < 1 || bitrateKbps < 100 || fps < 1 || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("settings out of range");
        }
        iceServers = List.copyOf(iceServers);
    }

    /// Leaves the key out.
    @Override
    public String toString() {
        return "room " + roomId + " on " + address.getHostAddress() + ":" + port;
    }
}
