package liveroom.transport.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import liveroom.transport.rtp.RtpStream.Marking;
import liveroom.transport.rtp.RtpStream.Payload;
import org.junit.jupiter.api.Test;

/// What is written, byte by byte, against the layouts of RFC 3550 and RFC 8285.
final class RtpStreamTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long ORIGIN = 7 * SECOND;
    private final MemorySegment memory = Arena.ofAuto().allocate(256);

    /// SSRC 0x11223344, timestamps from 0x55667788, sequence numbers from 0xFFFF.
    private static RandomGenerator known() {
        int[] values = {0x11223344, 0x55667788, 0x1234FFFF};
        return new RandomGenerator() {
            private int at;

            @Override
            public long nextLong() {
                throw new IllegalStateException("not asked for");
            }

            @Override
            public int nextInt() {
                return values[at++];
            }
        };
    }

    private static RtpStream stream(Payload payload) {
        return new RtpStream(payload, ORIGIN, known());
    }

    private String written(int bytes) {
        return HexFormat.of().formatHex(memory.asSlice(0, bytes).toArray(ValueLayout.JAVA_BYTE));
    }

    @Test
    void header_ofAKeyframe_isAsTheStandardsSay() {
        RtpStream stream = stream(Payload.H264);

        stream.writeHeader(memory, ORIGIN + SECOND, 0x0102030405060708L, 0x0000002A_80000000L, Marking.KEYFRAME, 1000);

        assertThat(written(RtpStream.HEADER_BYTES))
                .isEqualTo(
                        "90" // version 2, extension
                                + "e0" // marker, 96
                                + "ffff" // sequence number
                                + "5567d718" // 0x55667788 + 90,000
                                + "11223344" // SSRC
                                + "bede0004" // one-byte extensions, four words
                                + "170102030405060708" // id 1, 8 bytes
                                + "32aa0000" // id 3, 3 bytes: 42.5 s of 64
                                + "20e0" // id 2, 1 byte: start, end, independent
                                + "00"); // padding
    }

    @Test
    void header_ofTheNextPacket_countsOnAndWrapsAround() {
        RtpStream stream = stream(Payload.H264);
        stream.writeHeader(memory, ORIGIN, 0, 0, Marking.KEYFRAME, 10);
        stream.writeHeader(memory, ORIGIN, 0, 0, Marking.DELTA, 10);
        assertThat(written(4)).isEqualTo("90e00000");
        stream.skip(3);
        stream.writeHeader(memory, ORIGIN, 0, 0, Marking.DELTA, 10);
        assertThat(written(4)).isEqualTo("90e00004");
        assertThat(written(31)).endsWith("20c0");
    }

    @Test
    void header_ofSound_hasNoFrameMarking() {
        stream(Payload.OPUS).writeHeader(memory, ORIGIN + SECOND / 100, -1, 0, Marking.SOUND, 100);
        assertThat(written(RtpStream.HEADER_BYTES))
                .isEqualTo("90efffff" + "55667968" + "11223344" + "bede0004" + "17ffffffffffffffff" + "32000000"
                        + "000000");
    }

    @Test
    void timestamps_ofAnEvenTimeline_areEvenForDays() {
        RtpStream video = stream(Payload.H264);
        RtpStream sound = stream(Payload.OPUS);
        for (long i = 0; i < 30L * 60 * 60 * 24 * 4; i += 997) {
            long picture = ORIGIN + i * SECOND / 30;
            assertThat(video.timestamp(picture)).isEqualTo(0x55667788 + (int) (i * 3000));
            assertThat(sound.timestamp(ORIGIN + i * SECOND / 100)).isEqualTo(0x55667788 + (int) (i * 480));
        }
        assertThat(video.timestamp(ORIGIN - SECOND)).isEqualTo(0x55667788 - 90_000);
    }

    @Test
    void report_withDescription_isACompoundPacketAsTheStandardSays() {
        RtpStream stream = stream(Payload.H264);
        stream.writeHeader(memory, ORIGIN, 0, 0, Marking.KEYFRAME, 1000);
        stream.writeHeader(memory, ORIGIN, 0, 0, Marking.DELTA, 24);

        int report = stream.writeReport(memory, ORIGIN + SECOND, 0xE0000000_80000000L);
        int description = new SourceDescription("abcd").write(memory.asSlice(report), stream.ssrc());

        assertThat(written(report + description))
                .isEqualTo(
                        "80c80006" // version 2, no blocks, 200, 7 words
                                + "11223344" // SSRC
                                + "e000000080000000" // NTP
                                + "5567d718" // RTP
                                + "00000002" // packets
                                + "00000400" // octets
                                + "81ca0003" // one chunk, 202, 4 words
                                + "11223344" // SSRC
                                + "0104" + "61626364" // CNAME
                                + "0000"); // the end of the list
    }

    @Test
    void description_ofAnyLength_endsWithNullsOnAWord() {
        for (int length = 0; length < 60; length++) {
            SourceDescription description = new SourceDescription("x".repeat(length));
            memory.fill((byte) 0xff);
            assertThat(description.write(memory, 5))
                    .isEqualTo(description.bytes())
                    .matches(bytes -> bytes % 4 == 0);
            assertThat(memory.get(ValueLayout.JAVA_BYTE, 10 + length)).isZero();
            assertThat(description.bytes()).isBetween(10 + length + 1, 10 + length + 4);
            assertThat(SourceDescription.read(memory.asSlice(0, description.bytes())))
                    .contains("x".repeat(length));
        }
    }

    @Test
    void whatIsWritten_isReadAgain() {
        RtpStream stream = new RtpStream(Payload.H264, ORIGIN, new SplittableRandom(3));
        stream.writeHeader(memory, ORIGIN + SECOND, 42, 1L << 14, Marking.KEYFRAME, 5);

        RtpPacket packet =
                RtpPacket.read(memory.asSlice(0, RtpStream.HEADER_BYTES + 5)).orElseThrow();

        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.ssrc()).isEqualTo(stream.ssrc());
        assertThat(packet.timestamp()).isEqualTo(stream.timestamp(ORIGIN + SECOND));
        assertThat(packet.captureNtp()).hasValue(42);
        assertThat(packet.sendTime()).hasValue(1);
        assertThat(packet.isKeyframe()).isTrue();
        assertThat(packet.payload().byteSize()).isEqualTo(5);
        assertThat(RtpPacket.isRtcp(memory)).isFalse();

        int bytes = stream.writeReport(memory, ORIGIN, 77);
        assertThat(RtpPacket.isRtcp(memory)).isTrue();
        assertThat(SenderReport.read(memory.asSlice(0, bytes)))
                .contains(new SenderReport(stream.ssrc(), 77, stream.timestamp(ORIGIN), 1, 5));
    }
}
