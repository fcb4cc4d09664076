package liveroom.bench.fanout;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import liveroom.transport.rtp.NtpTime;
import liveroom.transport.rtp.RedundantSound;
import liveroom.transport.rtp.RtpParts;
import liveroom.transport.rtp.RtpStream;

/// Counts what one viewer gets on its channels `media`: pictures, gaps in sequence numbers, and what came late. Safe
/// for use by several threads.
final class MediaCount {
    /// What comes longer than this after it was captured is late.
    static final double LATE_MILLIS = 200;
    private static final int PICTURE_TYPE = 96;
    private static final int FIXED_BYTES = 12;
    private static final int SEND_TIME_BYTES = 3;
    private static final int ONE_BYTE_EXTENSIONS = 0xBEDE;
    private static final double SOUND_TICKS_PER_MILLI = 48;
    /// Of the 24 bits of `abs-send-time`.
    private static final double MILLIS_PER_SEND_TIME = 1000 / 0x1p18;
    /// From 1900 to 1970.
    private static final double NTP_TO_UNIX_SECONDS = 2_208_988_800.0;

    private final Map<Integer, StreamCount> streams = new HashMap<>();
    private final PartHeads parts = new PartHeads();
    private final Overtaken overtaken = new Overtaken();
    private final Queueing queueing = new Queueing();
    private long pictures;
    private long late;
    private long bytes;
    private Ages ages = new Ages();

    /// Takes a message.
    ///
    /// @param connection by which it came
    /// @param unixMillis now
    synchronized void take(ByteBuffer message, int connection, double unixMillis) {
        int at = message.position();
        if (message.remaining() < FIXED_BYTES || isRtcp(message.get(at + 1))) {
            return;
        }
        bytes += message.remaining();
        overtaken.note(connection, message.getInt(at + 8), message.getShort(at + 2) & 0xffff);
        switch (message.get(at + 1) & 0x7f) {
            case RtpParts.PAYLOAD_TYPE -> {
                ByteBuffer head = parts.take(message);
                if (head != null && head.remaining() >= FIXED_BYTES) {
                    count(head, unixMillis);
                }
            }
            case RedundantSound.PAYLOAD_TYPE -> {
                count(message, unixMillis);
                countBefore(message, unixMillis);
            }
            default -> count(message, unixMillis);
        }
    }

    private void count(ByteBuffer packet, double unixMillis) {
        int at = packet.position();
        if (!streamOf(packet).add(packet.getShort(at + 2) & 0xffff)) {
            return;
        }
        double age = unixMillis - capturedMillis(packet, at + FIXED_BYTES);
        countAge(age);
        if ((packet.get(at + 1) & 0x7f) == PICTURE_TYPE) {
            pictures++;
            double underWay = age - inStudioMillis(packet, at + FIXED_BYTES);
            if (!Double.isNaN(underWay)) {
                queueing.add(underWay);
            }
        }
    }

    /// The packet before, in a packet of sound.
    private void countBefore(ByteBuffer message, double unixMillis) {
        int at = message.position();
        int block = endOfExtensions(message, at + FIXED_BYTES);
        if (block + Integer.BYTES > message.limit() || !streamOf(message).add(message.getShort(at + 2) - 1 & 0xffff)) {
            return;
        }
        int ticksBefore = message.getInt(block) >> 10 & 0x3fff;
        countAge(unixMillis - capturedMillis(message, at + FIXED_BYTES) + ticksBefore / SOUND_TICKS_PER_MILLI);
    }

    private StreamCount streamOf(ByteBuffer packet) {
        return streams.computeIfAbsent(packet.getInt(packet.position() + 8), _ -> new StreamCount());
    }

    private void countAge(double millis) {
        if (!Double.isNaN(millis)) {
            ages.add(millis);
            late += millis > LATE_MILLIS ? 1 : 0;
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

    /// How much longer pictures take than the fastest of late, since the last call, a second ago.
    synchronized double takeQueueMillis() {
        return queueing.take();
    }

    /// How many messages came after later ones since the last call.
    synchronized int takeOvertaken() {
        return overtaken.take();
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

    private static int endOfExtensions(ByteBuffer message, int from) {
        boolean has = (message.get(from - FIXED_BYTES) & 0x10) != 0;
        return has && from + 4 <= message.limit() ? from + 4 + 4 * (message.getShort(from + 2) & 0xffff) : from;
    }

    /// Of the extension `abs-capture-time`; not a number if there is none.
    private static double capturedMillis(ByteBuffer message, int from) {
        int at = extension(message, from, RtpStream.CAPTURE_TIME_ID, Long.BYTES);
        if (at < 0) {
            return Double.NaN;
        }
        double seconds = (message.getInt(at) & 0xffff_ffffL) - NTP_TO_UNIX_SECONDS;
        return 1000 * (seconds + (message.getInt(at + 4) & 0xffff_ffffL) * 0x1p-32);
    }

    /// From capture until the packet was sent, by the extension `abs-send-time`; not a number if there is none.
    private static double inStudioMillis(ByteBuffer message, int from) {
        int captured = extension(message, from, RtpStream.CAPTURE_TIME_ID, Long.BYTES);
        int sent = extension(message, from, RtpStream.SEND_TIME_ID, SEND_TIME_BYTES);
        if (captured < 0 || sent < 0) {
            return Double.NaN;
        }
        int time = (message.get(sent) & 0xff) << Short.SIZE | (message.getShort(sent + 1) & 0xffff);
        int apart = time - NtpTime.sendTime(message.getLong(captured));
        return (apart << Byte.SIZE >> Byte.SIZE) * MILLIS_PER_SEND_TIME;
    }

    /// Where what an extension holds begins (RFC 8285 section 4.2); below 0 if there is none.
    private static int extension(ByteBuffer message, int from, int id, int bytes) {
        boolean has = (message.get(from - FIXED_BYTES) & 0x10) != 0;
        if (!has || from + 4 > message.limit() || (message.getShort(from) & 0xffff) != ONE_BYTE_EXTENSIONS) {
            return -1;
        }
        int at = from + 4;
        int end = Math.min(message.limit(), at + 4 * (message.getShort(from + 2) & 0xffff));
        while (at < end) {
            int head = message.get(at++) & 0xff;
            int length = head == 0 ? 0 : (head & 0xf) + 1;
            if (head >> 4 == id && length >= bytes && at + length <= end) {
                return at;
            }
            at += length;
        }
        return -1;
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
