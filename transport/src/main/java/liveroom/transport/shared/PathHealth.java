package liveroom.transport.shared;

/// What round trips and the tracks' losses tell of a viewer's path. Pure.
final class PathHealth {
    private static final double BASE_CREEP = 0.01;
    private static final double LOSS_SMOOTHING = 0.1;
    private static final double GROWN_FACTOR = 1.5;
    private static final double GROWN_MS = 25;
    private static final double CLEAN_PERCENT = 0.2;

    private double baseMs = Double.NaN;
    private double latestMs = Double.NaN;
    private double lossPercent;

    /// Notes the round trip of small packets, which do not wait behind the show's own.
    void roundTrip(double millis) {
        latestMs = millis;
        if (Double.isNaN(baseMs) || millis < baseMs) {
            baseMs = millis;
        } else {
            baseMs += (millis - baseMs) * BASE_CREEP; // another way, in time
        }
    }

    /// Notes what the tracks lost in a second.
    void lost(double percent) {
        lossPercent += (percent - lossPercent) * LOSS_SMOOTHING;
    }

    /// Forgets losses: as bad as the path was when the tracks had to take over.
    void presumeLossy() {
        lossPercent = 1;
    }

    /// Whether nothing queues on the way: trouble there comes of loss, not of too many bits.
    boolean hasNoQueue() {
        return latestMs <= baseMs * GROWN_FACTOR + GROWN_MS;
    }

    boolean losesNothing() {
        return lossPercent < CLEAN_PERCENT;
    }
}
