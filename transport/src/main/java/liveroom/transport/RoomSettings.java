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
/// @param bitrateKbps most that one viewer's picture may take
public record RoomSettings(
        String roomId,
        String key,
        String title,
        InetAddress address,
        int port,
        int maxViewers,
        List<IceServer> iceServers,
        int bitrateKbps,
        int fps,
        VideoFormat format,
        StaticFiles files) {
    public static final int DEFAULT_MAX_VIEWERS = 8;
    public static final int DEFAULT_PORT = 8787;
    public static final int DEFAULT_BITRATE_KBPS = 2500;

    public RoomSettings {
        if (!roomId.matches("[a-z0-9]{1,32}")) {
            throw new IllegalArgumentException("room id '" + roomId + "'");
        }
        if (!RoomKey.isWellFormed(key)) {
            throw new IllegalArgumentException("the room's key is not a key");
        }
        if (maxViewers < 1 || bitrateKbps < 100 || fps < 1 || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("settings out of range");
        }
        iceServers = List.copyOf(iceServers);
    }

    /// A room for this computer alone, with what is usual.
    public static RoomSettings onThisComputer(String roomId, String title, StaticFiles files) {
        return new RoomSettings(
                roomId,
                RoomKey.random(),
                title,
                InetAddress.getLoopbackAddress(),
                DEFAULT_PORT,
                DEFAULT_MAX_VIEWERS,
                List.of(),
                DEFAULT_BITRATE_KBPS,
                30,
                new VideoFormat(1280, 720),
                files);
    }

    RoomSettings withPort(int newPort) {
        return new RoomSettings(
                roomId, key, title, address, newPort, maxViewers, iceServers, bitrateKbps, fps, format, files);
    }

    /// Leaves the key out.
    @Override
    public String toString() {
        return "room " + roomId + " on " + address.getHostAddress() + ":" + port;
    }
}
