package liveroom.transport.peer;

import java.util.concurrent.Executor;

/// Opens connections that all bring the same.
@FunctionalInterface
public interface PeerMaker {
    /// Opens a connection to one viewer. It lives on `room`: every method is called there, and the listener is too.
    Peer open(Executor room, PeerListener listener);
}
