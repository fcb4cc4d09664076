package liveroom.bench.fanout;

import java.util.HashMap;
import java.util.Map;

/// Counts messages that come after later ones of the same stream by the same connection, as the page does: it tells of
/// loss. Not safe for use by several threads.
final class Overtaken {
    private final Map<Long, Integer> highest = new HashMap<>();
    private int count;

    /// A message has come.
    ///
    /// @param connection by which
    void note(int connection, int ssrc, int sequence) {
        long key = (long) connection << Integer.SIZE | (ssrc & 0xffff_ffffL);
        Integer before = highest.get(key);
        if (before != null && (short) (sequence - before) < 0) {
            count++;
        } else {
            highest.put(key, sequence);
        }
    }

    /// How many since the last call.
    int take() {
        int taken = count;
        count = 0;
        return taken;
    }
}
