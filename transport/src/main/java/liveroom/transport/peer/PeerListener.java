package liveroom.transport.peer;

/// Hears about one peer connection. Called on the executor that the peer was opened with, never by the native library.
public interface PeerListener {
    void connectivityChanged(Connectivity connectivity);

    /// A data channel that the viewer opened can be sent on.
    void channelOpened(Channel channel);

    void channelClosed(Channel channel);

    /// A text message has come.
    ///
    /// @param receivedUnixNanos when the native library delivered it, on the wall clock
    void messageArrived(Channel channel, String text, long receivedUnixNanos);

    /// Something arrived that is no message of this protocol: binary, too long, one channel too many.
    void garbageArrived();

    /// Messages arrived faster than they are read, and were let go.
    void messagesLost(int count);

    /// What the peer connection is at.
    enum Connectivity {
        CONNECTING,
        CONNECTED,
        /// No answer for some seconds; may come back by itself.
        DISCONNECTED,
        /// ICE has given up; an ICE restart may bring it back.
        FAILED,
        /// The viewer ended it.
        CLOSED
    }
}
