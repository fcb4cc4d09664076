package liveroom.transport;

import java.util.concurrent.Executor;
import liveroom.transport.peer.Peer;
import liveroom.transport.peer.PeerListener;
import liveroom.transport.peer.PeerMaker;

/// The connections that viewers may have beside their own: no more in the whole room than a limit, which is [#MOST].
/// Whoever finds none left is not asked to open any, and watches on over its own. Confined to the thread `room`.
final class FurtherConnections {
    /// Three for each of twenty viewers.
    static final int MOST = 60;

    private final PeerMaker peers;
    private int left;

    FurtherConnections(PeerMaker peers, int most) {
        this.peers = peers;
        left = most;
    }

    /// Takes the right to open one, if there is one left. It is given back with [#release()].
    boolean tryTake() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    void release() {
        left++;
    }

    Peer open(Executor room, PeerListener listener) {
        return peers.open(room, listener);
    }
}
