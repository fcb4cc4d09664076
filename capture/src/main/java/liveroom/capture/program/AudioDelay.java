package liveroom.capture.program;

import liveroom.capture.media.AudioFormat;

/// How far behind the present the mixer plays: as long as the source's blocks need to arrive, grown at once when they
/// come later than ever, shrunk slowly; and never shorter than the picture takes, so that both leave together. Confined
/// to the `mixer` thread.
final class AudioDelay {
    static final long MARGIN_NANOS = 4_000_000;
    static final long LONGEST_NANOS = 300_000_000;
    /// A peak is forgotten at a tenth of a millisecond each second.
    private static final long DECAY_NANOS_PER_BLOCK = 1_000;

    private long peakNanos;

    /// Returns the delay for the next block: how far back from the block's due time its first sample was captured.
    ///
    /// @param waitNanos the longest time from a sample's capture to its arrival since the last block, or 0
    /// @param pictureAgeNanos how old the picture is when it goes out
    long next(long waitNanos, long pictureAgeNanos) {
        peakNanos = Math.max(Math.min(waitNanos, LONGEST_NANOS), peakNanos - DECAY_NANOS_PER_BLOCK);
        return Math.clamp(
                Math.max(peakNanos + AudioFormat.BLOCK_NANOS + MARGIN_NANOS, pictureAgeNanos), 0, LONGEST_NANOS);
    }
}
