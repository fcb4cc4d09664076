package liveroom.transport.peer;

/// What the WebRTC library keeps until the process ends, of viewers who have left in order. As measured on Linux on
/// x86-64, where [ClosedConnection] gives up what can be given up; elsewhere it is ten times as much. See
/// `docs/decisions/0006-closed-connections.md`.
public final class LibraryKeeps {
    /// Of each viewer who came: the library's own listeners, and what came on its channels while it came.
    public static final long VIEWER_BYTES = 15_000;
    /// Of each message that a viewer has sent.
    public static final long MESSAGE_BYTES = 180;

    private LibraryKeeps() {}
}
