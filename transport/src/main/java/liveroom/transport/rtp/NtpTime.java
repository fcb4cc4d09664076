package liveroom.transport.rtp;

/// NTP timestamps (RFC 3550 section 4): seconds since 1900 in the upper 32 bits, fractions of a second in the
/// lower.
public final class NtpTime {
    /// From 1900 to 1970.
    private static final long UNIX_EPOCH_SECONDS = 2_208_988_800L;

    private static final long NANOS = 1_000_000_000L;
    private static final long ERA_SECONDS = 1L << 32;
    private static final long FRACTION = 0xffff_ffffL;

    private NtpTime() {}

    /// Of a wall clock's reading, in nanoseconds since 1970; rounded down, by less than a nanosecond.
    public static long ofUnixNanos(long unixNanos) {
        long seconds = Math.floorDiv(unixNanos, NANOS) + UNIX_EPOCH_SECONDS;
        long fraction = (Math.floorMod(unixNanos, NANOS) << 32) / NANOS;
        return seconds << 32 | fraction;
    }

    /// A time between 1968 and 2104, in nanoseconds since 1970.
    public static long toUnixNanos(long ntp) {
        long seconds = ntp >>> 32;
        if (seconds < ERA_SECONDS / 2) {
            seconds += ERA_SECONDS; // after 2036 the count has begun anew
        }
        long nanos = ((ntp & FRACTION) * NANOS + ERA_SECONDS / 2) >>> 32;
        return (seconds - UNIX_EPOCH_SECONDS) * NANOS + nanos;
    }

    /// As `abs-send-time` has it: 24 bits, units of 2^-18 s, which count anew every 64 s.
    public static int sendTime(long ntp) {
        return (int) (ntp >>> 14) & 0xff_ffff;
    }

    /// The middle 32 bits: units of 1/65536 s, as `LSR` has them.
    public static int middle(long ntp) {
        return (int) (ntp >>> 16);
    }
}
