package liveroom.transport.peer;

import java.util.List;

/// How viewers are served.
///
/// @param videoKbps most that one viewer's picture may take
/// @param fps of the program
public record PeerSettings(List<IceServer> iceServers, int videoKbps, int fps) {}
