package liveroom.transport.shared;

import java.util.Arrays;

/// When a viewer may try the rung above: after a calm time, which grows with every try that failed. Pure.
final class Climbing {
    private static final long SECOND = 1_000_000_000L;
    /// Trouble that comes so soon after a climb is the climb's.
    private static final long TRIAL = 5 * SECOND;
    /// Before a viewer who has the sound alone is shown a picture again.
    private static final long WITHOUT_PICTURE = 2 * SECOND;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final Patience[] before;
    private long climbed = NEVER;

    /// @param rungs the last has no picture
    Climbing(int rungs) {
        before = new Patience[rungs];
        Arrays.setAll(before, _ -> new Patience(5 * SECOND, 30 * SECOND, 1.4));
        before[rungs - 2] = new Patience(WITHOUT_PICTURE, 30 * SECOND, 1.6);
    }

    boolean isDue(int toRung, long calmNanos) {
        return calmNanos >= before[toRung].nanos();
    }

    void climbed(long nowNanos) {
        climbed = nowNanos;
    }

    boolean isOnTrial(long nowNanos) {
        return nowNanos - climbed < TRIAL;
    }

    /// The rung that it climbed to is too much.
    void failed(int rung) {
        before[rung].failed();
        forget();
    }

    /// That rung will be too much for long.
    void exhausted(int rung) {
        before[rung].exhausted();
    }

    /// Something else is tried now.
    void forget() {
        climbed = NEVER;
    }

    /// The viewer is at that rung still.
    void standing(long nowNanos, int rung) {
        if (climbed != NEVER && nowNanos - climbed > 2 * TRIAL) {
            before[rung].succeeded();
            forget();
        }
    }
}
