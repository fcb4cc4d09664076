package liveroom.capture.program;

import liveroom.capture.media.AudioFormat;

/// How far behind the present the mixer plays: as long as the source's blocks needed to arrive in the
/// last three to six seconds, and never shorter than the picture takes, so that both leave together. It
/// grows at once; where it shrinks, [AudioInput] closes up slowly. A wait that stands alone,
/// [#OUTLIER_NANOS] above all others of that time, is heard once, as is an outage, longer than
/// [#OUTAGE_NANOS]: waiting for the next one like it would cost every viewer more. Confined to the
/// `mixer` thread.
final class AudioDelay {
    static final long MARGIN_NANOS = 4_000_000;
    static final long OUTLIER_NANOS = 20_000_000;
    static final long OUTAGE_NANOS = 100_000_000;
    static final long LONGEST_NANOS = 300_000_000;
    static final int WINDOW_BLOCKS = 300;

    private int blocks;
    private long longestNanos;
    private long secondNanos;
    private long longestBeforeNanos;
    private long secondBeforeNanos;

    /// Returns the delay for the next block: how far back from the block's due time its first sample was captured.
    ///
    /// @param waitNanos the longest time from a sample's capture to its arrival since the last block, or 0
    /// @param pictureAgeNanos how old the picture is when it goes out
    long next(long waitNanos, long pictureAgeNanos) {
        if (++blocks == WINDOW_BLOCKS) {
            blocks = 0;
            longestBeforeNanos = longestNanos;
            secondBeforeNanos = secondNanos;
            longestNanos = 0;
            secondNanos = 0;
        }
        if (waitNanos <= OUTAGE_NANOS) {
            note(waitNanos);
        }
        long needed = usualNanos() + AudioFormat.BLOCK_NANOS + MARGIN_NANOS;
        return Math.clamp(Math.max(needed, pictureAgeNanos), 0, LONGEST_NANOS);
    }

    private void note(long waitNanos) {
        if (waitNanos > longestNanos) {
            secondNanos = longestNanos;
            longestNanos = waitNanos;
        } else {
            secondNanos = Math.max(secondNanos, waitNanos);
        }
    }

    private long usualNanos() {
        long longest = Math.max(longestNanos, longestBeforeNanos);
        long lesser = Math.min(longestNanos, longestBeforeNanos);
        long second = Math.max(lesser, Math.max(secondNanos, secondBeforeNanos));
        return longest - second > OUTLIER_NANOS ? second : longest;
    }
}
