package liveroom.encoder;

import java.util.OptionalDouble;

/// How old what leaves an encoder is, from capture until it is encoded: smoothed, and known only while something
/// leaves. What repeats an older picture does not count. Written by the encoder's thread, read from any.
final class AgeMeter {
    private static final double SMOOTHING = 0.05;
    /// After so long without a packet the encoder is idle, and the next age has nothing to do with those before.
    private static final long IDLE_NANOS = 1_000_000_000L;

    private volatile double ageNanos = Double.NaN;
    private volatile long encodedNanos;
    private long capturedNanos;

    void add(PacketTiming timing) {
        double age = timing.encodedNanos() - timing.capturedNanos();
        double before = ageNanos;
        boolean begins = Double.isNaN(before) || timing.encodedNanos() - encodedNanos > IDLE_NANOS;
        if (begins) {
            ageNanos = age;
        } else if (timing.capturedNanos() > capturedNanos) {
            ageNanos = before + SMOOTHING * (age - before);
        }
        capturedNanos = timing.capturedNanos();
        encodedNanos = timing.encodedNanos();
    }

    OptionalDouble ageNanos(long nowNanos) {
        double age = ageNanos;
        boolean idle = Double.isNaN(age) || nowNanos - encodedNanos > IDLE_NANOS;
        return idle ? OptionalDouble.empty() : OptionalDouble.of(age);
    }
}
