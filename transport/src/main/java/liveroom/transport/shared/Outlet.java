package liveroom.transport.shared;

import java.nio.ByteBuffer;

/// One viewer's data channel, as the shared lane sends on it. Used by the thread `shared-lane` only,
/// on its [SendingThread] or itself; whoever owns the channel frees it after the viewer's [Seat] has
/// been left.
public interface Outlet {
    /// Sends one binary message: all of a direct buffer from 0 to its capacity, copied before this
    /// returns. Never waits for the viewer.
    ///
    /// @return `false` if the channel is not open any more
    boolean send(ByteBuffer exact);

    /// Bytes that were sent but have not begun to leave.
    long bufferedBytes();
}
