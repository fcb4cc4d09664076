package liveroom.bench.fanout;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/// Counts what one viewer gets on the channel `media`: pictures, gaps in sequence numbers, and what came late. Safe for
/// use by several threads.
final class MediaCount {
    /// What comes longer than this after it was captured is late.
    static final double LATE_MILLIS = 200;
    private static final int PICTURE_TYPE = 96;
    private static final int FIXED_BYTES = 12;
    private static final int ONE_BYTE_EXTENSIONS = 0xBEDE;
    private static final int CAPTURE_TIME = 1;
    /// From 1900 to 1970.
    private static final double NTP_TO_UNIX_SECONDS = 2_208_988_800.0;

    private final Map<Integer, StreamCount> streams = new HashMap<>();
    private double fastestMillis = Double.POSITIVE_INFINITY;
    private double lastMillis;
    private long pictures;
    private long late;
    private long bytes;
    private Ages ages = new Ages();

    /// Takes a message.
    ///
    /// @param unixMillis now
    synchronized void take(ByteBuffer message, double unixMillis) {
        int at = message.position();
        if (message.remaining() < FIXED_BYTES || isRtcp(message.get(at + 1))) {
            return;
        }
        streams.computeIfAbsent(message.getInt(at + 8), _ -> new StreamCount()).add(message.getShort(at + 2) & 0xffff);
        bytes += message.remaining();
        if ((message.get(at + 1) & 0x7f) == PICTURE_TYPE) {
            pictures++;
        }
        double capturedMillis = capturedMillis(message, at + FIXED_BYTES);
        if (!Double.isNaN(capturedMillis)) {
            lastMillis = unixMillis - capturedMillis;
            fastestMillis = Math.min(fastestMillis, lastMillis);
            ages.add(lastMillis);
            if (lastMillis > LATE_MILLIS) {
                late++;
            }
        }
    }

    /// Begins to count anew; streams go on.
    synchronized void beginWindow() {
        pictures = 0;
        late = 0;
        bytes = 0;
        ages = new Ages();
        streams.values().forEach(StreamCount::beginWindow);
    }

    /// What came since the window began.
    synchronized Counted counted() {
        long missing = streams.values().stream()
                .mapToLong(StreamCount::missingInWindow)
                .sum();
        return new Counted(pictures, late, missing, bytes);
    }

    /// Adds the ages of the window's messages, where what is in them was captured at a known time.
    synchronized void addTo(Ages sum) {
        sum.add(ages);
    }

    /// How much longer messages take now than the fastest took.
    synchronized double queueMillis() {
        return Math.max(0, lastMillis - fastestMillis);
    }

    /// Shows each stream with its SSRC.
    synchronized void streams(ObjIntConsumer<StreamCount> taker) {
        streams.forEach((ssrc, stream) -> taker.accept(stream, ssrc));
    }

    /// RFC 5761 section 4.
    private static boolean isRtcp(byte second) {
        int type = second & 0xff;
        return type >= 192 && type <= 223;
    }

    /// Of the extension `abs-capture-time` (RFC 8285 section 4.2); not a number if there is none.
    private static double capturedMillis(ByteBuffer message, int from) {
        boolean has = (message.get(from - FIXED_BYTES) & 0x10) != 0;
        if (!has || from + 4 > message.limit() || (message.getShort(from) & 0xffff) != ONE_BYTE_EXTENSIONS) {
            return Double.NaN;
        }
        int at = from + 4;
        int end = Math.min(message.limit(), at + 4 * (message.getShort(from + 2) & 0xffff));
        while (at < end) {
            int head = message.get(at++) & 0xff;
            int length = head == 0 ? 0 : (head & 0xf) + 1;
            if (head >> 4 == CAPTURE_TIME && length >= Long.BYTES && at + length <= end) {
                double seconds = (message.getInt(at) & 0xffff_ffffL) - NTP_TO_UNIX_SECONDS;
                return 1000 * (seconds + (message.getInt(at + 4) & 0xffff_ffffL) * 0x1p-32);
            }
            at += length;
        }
        return Double.NaN;
    }

    /// One window.
    ///
    /// @param late messages that came more than a fifth of a second after what is in them was captured
    /// @param missing messages that did not come
    record Counted(long pictures, long late, long missing, long bytes) {
        static final Counted NOTHING = new Counted(0, 0, 0, 0);

        Counted plus(Counted other) {
            return new Counted(
                    pictures + other.pictures, late + other.late, missing + other.missing, bytes + other.bytes);
        }
    }
}
