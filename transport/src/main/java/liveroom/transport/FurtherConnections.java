package liveroom.transport;

import java.util.concurrent.Executor;
import liveroom.transport.peer.Peer;
import liveroom.transport.peer.PeerListener;
import liveroom.transport.peer.PeerMaker;

/// The connections that viewers may have beside their own: no more in the whole room than [#MOST]. Confined to the
/// thread `room`.
final class FurtherConnections {
    /// Three for each of twenty viewers.
    static final int MOST = 60;

    private final PeerMaker peers;
    private int taken;

    FurtherConnections(PeerMaker peers) {
        this.peers = peers;
    }

    /// Takes the right to open one, if there is one left. It is given back with [#release()].
    boolean tryTake() {
        if (taken == MOST) {
            return false;
        }
        taken++;
        return true;
    }

    void release() {
        taken--;
    }

    Peer open(Executor room, PeerListener listener) {
        return peers.open(room, listener);
    }
}
