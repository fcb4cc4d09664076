package liveroom.transport.shared;

/// What round trips and the tracks' losses tell of a viewer's path. Pure.
final class PathHealth {
    private static final double BASE_CREEP = 0.01;
    private static final double LOSS_SMOOTHING = 0.1;
    private static final double GROWN_FACTOR = 1.4;
    private static final double GROWN_MS = 20;
    private static final double CLEAN_PERCENT = 0.2;
    private static final double FULL_MS = 300;
    /// So many round trips are looked back upon.
    private static final int REMEMBERED = 5;

    private double baseMs = Double.NaN;
    private double latestMs = Double.NaN;
    private int sinceGrown = -1;
    private boolean grownOnce;
    private double lossPercent;
    private double lostSum;
    private int lostSeconds;

    /// Notes the round trip of small packets, which do not wait behind the show's own. Once a second.
    void roundTrip(double millis) {
        latestMs = millis;
        if (Double.isNaN(baseMs) || millis < baseMs) {
            baseMs = millis;
        } else {
            baseMs += (millis - baseMs) * BASE_CREEP; // another way, in time
        }
        boolean grown = millis > baseMs * GROWN_FACTOR + GROWN_MS;
        grownOnce |= grown;
        sinceGrown = grown ? 0 : sinceGrown + 1;
    }

    /// The last round trip; NaN if none is known.
    double latestMs() {
        return latestMs;
    }

    /// Notes by how much messages are late: by so much they are where the link is full, while a window that gives way
    /// to loss has them wait with us, and not for so long. Round trips are told less often.
    void late(double millis) {
        if (millis > FULL_MS) {
            queues();
        }
    }

    /// Something queues on the way.
    void queues() {
        grownOnce = true;
        sinceGrown = 0;
    }

    /// The shortest round trip of late; NaN if none is known.
    double baseMs() {
        return baseMs;
    }

    /// Notes what the tracks lost in a second.
    void lost(double percent) {
        lossPercent += (percent - lossPercent) * LOSS_SMOOTHING;
        lostSum += percent;
        lostSeconds++;
    }

    /// As bad as the path was when the tracks had to take over.
    void presumeLossy() {
        lossPercent = 1;
    }

    /// Begins to look whether it is lossy at all.
    void examine() {
        lostSum = 0;
        lostSeconds = 0;
    }

    /// Whether what the tracks lost since [#examine()] is not what made trouble.
    boolean isAcquitted() {
        return lostSeconds > 0 && lostSum / lostSeconds < CLEAN_PERCENT;
    }

    /// Whether nothing has queued on the way of late, as far as is known: trouble there comes of loss, not of
    /// too many bits.
    boolean hasNoQueue() {
        return sinceGrown >= REMEMBERED;
    }

    /// Whether something is known to have queued on the way of late.
    boolean hasQueue() {
        return sinceGrown >= 0 && sinceGrown < REMEMBERED && grownOnce;
    }

    boolean losesNothing() {
        return lossPercent < CLEAN_PERCENT;
    }
}
