package liveroom.transport.peer;

/// A STUN or TURN server.
///
/// @param url for example `stun:stun.example.org:3478` or `turn:turn.example.org?transport=udp`
/// @param username empty for STUN
/// @param password empty for STUN
public record IceServer(String url, String username, String password) {
    public static IceServer stun(String url) {
        return new IceServer(url, "", "");
    }

    @Override
    public String toString() {
        return url;
    }
}
