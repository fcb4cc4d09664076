package liveroom.bench.fanout;

import java.util.Arrays;

/// Counts the packets of one SSRC by their sequence numbers (RFC 3550 section 5.1), in whatever order they come. Not
/// safe for use by several threads.
final class StreamCount {
    private static final int REMEMBERED = 1024;

    private final long[] latest = new long[REMEMBERED];
    private long highest;
    private long lowestOfWindow;
    private long received;
    private long receivedInWindow;
    private long expectedBefore;
    private long receivedBefore;
    private long first;

    StreamCount() {
        Arrays.fill(latest, -1);
    }

    /// Counts a packet, unless it has come before.
    ///
    /// @param sequence 16 bits
    /// @return whether it is new
    boolean add(int sequence) {
        if (received == 0) {
            first = sequence + (1L << Short.SIZE); // what came before it may follow
            highest = first;
        }
        long number = highest + (short) (sequence - (int) highest);
        int slot = (int) (number % REMEMBERED);
        if (latest[slot] == number) {
            return false;
        }
        latest[slot] = number;
        first = Math.min(first, number);
        highest = Math.max(highest, number);
        lowestOfWindow = receivedInWindow == 0 ? number : Math.min(lowestOfWindow, number);
        received++;
        receivedInWindow++;
        return true;
    }

    /// The share that was lost since the last call, in 256ths (RFC 3550 appendix A.3).
    int takeFractionLost() {
        long expected = highest - first + 1;
        long expectedNow = expected - expectedBefore;
        long lost = expectedNow - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        return expectedNow > 0 && lost > 0 ? (int) Math.min(255, 256 * lost / expectedNow) : 0;
    }

    /// What is counted from now on is a new window.
    void beginWindow() {
        receivedInWindow = 0;
    }

    /// Packets of this window.
    long receivedInWindow() {
        return receivedInWindow;
    }

    /// Packets that should have come between the first and the last of this window and did not (so far).
    long missingInWindow() {
        return receivedInWindow == 0 ? 0 : Math.max(0, highest - lowestOfWindow + 1 - receivedInWindow);
    }

    /// Since the beginning.
    long received() {
        return received;
    }

    /// The highest number so far, without wrapping.
    long highest() {
        return highest;
    }
}
