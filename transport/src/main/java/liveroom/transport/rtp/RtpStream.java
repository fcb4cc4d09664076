package liveroom.transport.rtp;

import java.lang.foreign.MemorySegment;
import java.util.random.RandomGenerator;

/// The sender's side of one SSRC: writes the headers of its packets and its sender reports, and keeps the
/// counts that go into them. Every receiver is sent the same. Confined to one thread; allocates nothing.
public final class RtpStream {
    /// RTP header and extensions: 12, 4 of `0xBEDE`, 9 of `abs-capture-time`, 4 of `abs-send-time`, 2 of frame marking,
    /// 1 of padding.
    public static final int HEADER_BYTES = 32;

    /// `abs-capture-time`.
    public static final int CAPTURE_TIME_ID = 1;
    /// Frame marking (RFC 9626).
    public static final int FRAME_MARKING_ID = 2;
    /// `abs-send-time`.
    public static final int SEND_TIME_ID = 3;

    static final int ONE_BYTE_EXTENSIONS = 0xBEDE;
    private static final int VERSION = 2 << 6;
    private static final int EXTENSION = 1 << 4;
    private static final int MARKER = 1 << 7;
    private static final int FIXED_BYTES = 12;
    private static final int EXTENSION_WORDS = 4;

    private final Payload payload;
    private final int ssrc;
    private final int timestampOffset;
    private final long originNanos;
    private int sequence;
    private int packets;
    private int octets;

    /// What the packets of a stream hold.
    public enum Payload {
        H264(96, 90_000),
        OPUS(111, 48_000);

        private final int type;
        private final int clockHz;

        Payload(int type, int clockHz) {
            this.type = type;
            this.clockHz = clockHz;
        }

        /// The payload type.
        public int type() {
            return type;
        }

        /// Ticks of the RTP timestamp in a second.
        public int clockHz() {
            return clockHz;
        }
    }

    /// What a receiver may know of a packet without looking into it.
    public enum Marking {
        /// Decoding can begin here: S, E, I.
        KEYFRAME(0xE0),
        /// S, E.
        DELTA(0xC0),
        /// None: sound has no such extension.
        SOUND(0);

        private final int bits;

        Marking(int bits) {
            this.bits = bits;
        }
    }

    /// A stream with a random SSRC, first sequence number and offset of its timestamps (RFC 3550 section 5.1).
    ///
    /// @param originNanos where timestamps begin to count on the program's timeline, near the first packet
    public RtpStream(Payload payload, long originNanos, RandomGenerator random) {
        this.payload = payload;
        this.originNanos = originNanos;
        ssrc = random.nextInt();
        timestampOffset = random.nextInt();
        sequence = random.nextInt() & 0xffff;
    }

    public int ssrc() {
        return ssrc;
    }

    /// The RTP timestamp of a time on the program's timeline.
    public int timestamp(long programNanos) {
        long up = payload == Payload.H264 ? 9 : 3;
        long down = payload == Payload.H264 ? 100_000 : 62_500;
        return timestampOffset + (int) Math.floorDiv((programNanos - originNanos) * up + down / 2, down);
    }

    /// Writes the header of the next packet, [#HEADER_BYTES] long; the payload goes behind it.
    ///
    /// @param captureNtp when the picture or the first sample was captured
    /// @param sendNtp when the packet is sent
    /// @param payloadBytes length of what follows
    public void writeHeader(
            MemorySegment into, long programNanos, long captureNtp, long sendNtp, Marking marking, int payloadBytes) {
        Network.put8(into, 0, VERSION | EXTENSION);
        Network.put8(into, 1, MARKER | payload.type());
        Network.put16(into, 2, sequence);
        Network.put32(into, 4, timestamp(programNanos));
        Network.put32(into, 8, ssrc);
        Network.put16(into, FIXED_BYTES, ONE_BYTE_EXTENSIONS);
        Network.put16(into, FIXED_BYTES + 2, EXTENSION_WORDS);
        Network.put8(into, 16, CAPTURE_TIME_ID << 4 | 7);
        Network.put64(into, 17, captureNtp);
        int sendTime = NtpTime.sendTime(sendNtp);
        Network.put8(into, 25, SEND_TIME_ID << 4 | 2);
        Network.put8(into, 26, sendTime >> Short.SIZE);
        Network.put16(into, 27, sendTime);
        // What is not written is padding (RFC 8285 section 4.2).
        boolean marked = marking != Marking.SOUND;
        Network.put8(into, 29, marked ? FRAME_MARKING_ID << 4 : 0);
        Network.put8(into, 30, marking.bits);
        Network.put8(into, 31, 0);
        sequence = (sequence + 1) & 0xffff;
        packets++;
        octets += payloadBytes;
    }

    /// Leaves out the sequence numbers of packets that were never made, so that receivers see a gap.
    public void skip(int lost) {
        sequence = (sequence + lost) & 0xffff;
    }

    /// Writes a sender report (RFC 3550 section 6.4.1) without reception report blocks.
    ///
    /// @param programNanos the time on the program's timeline that was captured at `ntp`
    /// @return how many bytes
    public int writeReport(MemorySegment into, long programNanos, long ntp) {
        return SenderReport.write(into, ssrc, ntp, timestamp(programNanos), packets, octets);
    }
}
