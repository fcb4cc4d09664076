package liveroom.capture.media;

/// What one stage of the path has done since it began.
///
/// @param itemNanosP50 median time spent on one item, over the last few seconds; 0 when idle
/// @param itemNanosP95 the same, 95th percentile
public record StageStats(long in, long out, long dropped, long itemNanosP50, long itemNanosP95) {
    public static final StageStats IDLE = new StageStats(0, 0, 0, 0, 0);
}
