package liveroom.encoder;

import liveroom.capture.media.MediaFrame;

/// Times of the frames that are inside an encoder, by their number. Confined to the encoder's thread.
final class InFlight {
    private static final int WINDOW = 64;

    private final long[] ptsNanos = new long[WINDOW];
    private final long[] capturedNanos = new long[WINDOW];
    private final long[] composedNanos = new long[WINDOW];
    private final long[] startedNanos = new long[WINDOW];

    /// @param laterNanos how much later than the frame its packet begins; negative if earlier
    void remember(long number, MediaFrame frame, long encodeStartedNanos, long laterNanos) {
        int slot = slot(number);
        ptsNanos[slot] = frame.ptsNanos() + laterNanos;
        capturedNanos[slot] = frame.capturedNanos() + laterNanos;
        composedNanos[slot] = frame.ptsNanos();
        startedNanos[slot] = encodeStartedNanos;
    }

    long ptsNanos(long number) {
        return ptsNanos[slot(number)];
    }

    /// The program gives a frame its place on the timeline at the moment it is composed.
    PacketTiming timing(long number, long encodedNanos) {
        int slot = slot(number);
        return new PacketTiming(capturedNanos[slot], composedNanos[slot], startedNanos[slot], encodedNanos);
    }

    private static int slot(long number) {
        return Math.floorMod(number, WINDOW);
    }
}
