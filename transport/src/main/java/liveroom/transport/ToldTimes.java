package liveroom.transport;

/// What one viewer has told of its skew and latency, second by second; a second in which it told nothing is unknown.
/// Confined to the thread `room`.
final class ToldTimes {
    /// Reports come once a second, and one may be lost or late. Who says nothing for longer may be gone.
    private static final int SECONDS_BELIEVED = 3;

    private final LastMinute skews = new LastMinute();
    private final LastMinute latencies = new LastMinute();
    private Report latest = Report.NONE;
    private int secondsSilent;

    /// A report has come: of several in one second the last counts.
    void told(Report report) {
        latest = report;
        secondsSilent = 0;
    }

    /// Done once a second.
    void tick() {
        Report ofSecond = secondsSilent == 0 ? latest : Report.NONE;
        skews.add(ofSecond.skewMs());
        latencies.add(ofSecond.latencyMs());
        if (++secondsSilent > SECONDS_BELIEVED) {
            latest = Report.NONE;
        }
    }

    /// The last that came, while it holds.
    Report latest() {
        return latest;
    }

    ViewerTiming timing() {
        return new ViewerTiming(
                skews.percentile(0.5),
                skews.percentileOfSizes(0.95),
                latencies.percentile(0.5),
                latencies.percentile(0.95),
                latest.parts().arrivalMs(),
                latest.parts().bufferMs(),
                latest.parts().renderMs(),
                latest.shared().lateFrames());
    }
}
