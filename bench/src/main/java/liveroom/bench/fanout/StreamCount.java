package liveroom.bench.fanout;

/// Counts the packets of one SSRC by their sequence numbers (RFC 3550 section 5.1), in whatever order they come. Not
/// safe for use by several threads.
final class StreamCount {
    private long highest;
    private long lowestOfWindow;
    private long received;
    private long receivedInWindow;

    /// Counts a packet.
    ///
    /// @param sequence 16 bits
    void add(int sequence) {
        long number = received == 0 ? sequence : highest + (short) (sequence - (int) highest);
        highest = received == 0 ? number : Math.max(highest, number);
        lowestOfWindow = receivedInWindow == 0 ? number : Math.min(lowestOfWindow, number);
        received++;
        receivedInWindow++;
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
