package liveroom.capture.source;

/// How long to wait before a failed source is tried again: doubles from first to longest.
record Backoff(long firstMillis, long longestMillis) {
    static final Backoff STANDARD = new Backoff(1_000, 5_000);

    /// @param failures in a row, from 1
    long millis(int failures) {
        return Math.min(longestMillis, firstMillis << Math.clamp(failures - 1L, 0, 16));
    }
}
