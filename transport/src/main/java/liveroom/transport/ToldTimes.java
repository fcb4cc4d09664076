package liveroom.transport;

/// What one viewer has told of its skew and latency, second by second; a second in which it told nothing is unknown.
/// Confined to the thread `room`.
final class ToldTimes {
    private final LastMinute skews = new LastMinute();
    private final LastMinute latencies = new LastMinute();
    private Report latest = Report.NONE;

    /// A report has come: of several in one second the last counts.
    void told(Report report) {
        latest = report;
    }

    /// Done once a second.
    void tick() {
        skews.add(latest.skewMs());
        latencies.add(latest.latencyMs());
        latest = Report.NONE;
    }

    /// @param report the last that came, however long ago
    ViewerTiming timing(Report report) {
        return new ViewerTiming(
                skews.percentile(0.5),
                skews.percentileOfSizes(0.95),
                latencies.percentile(0.5),
                latencies.percentile(0.95),
                report.parts().arrivalMs(),
                report.parts().bufferMs(),
                report.parts().renderMs(),
                report.shared().lateFrames());
    }
}
