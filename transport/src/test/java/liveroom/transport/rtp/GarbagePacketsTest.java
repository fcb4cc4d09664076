package liveroom.transport.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.SplittableRandom;
import liveroom.transport.rtp.RtpStream.Marking;
import liveroom.transport.rtp.RtpStream.Payload;
import org.junit.jupiter.api.Test;

/// Whatever bytes come, reading them ends in a packet within their bounds or in none.
final class GarbagePacketsTest {
    private static final int ROUNDS = 200_000;

    private static void readAll(byte[] bytes) {
        MemorySegment message = MemorySegment.ofArray(bytes);
        RtpPacket.read(message)
                .ifPresent(packet -> assertThat(packet.payload().byteSize()).isBetween(0L, message.byteSize() - 12));
        SenderReport.read(message).ifPresent(report -> assertThat(bytes.length).isGreaterThanOrEqualTo(28));
        SourceDescription.read(message)
                .ifPresent(name -> assertThat(name.length()).isLessThanOrEqualTo(bytes.length));
        assertThat(RtpPacket.isRtcp(message)).isIn(true, false);
    }

    @Test
    void noise_isReadWithoutHarm() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) (0x80 | (bytes[0] & 0x3f)); // of the right version
            }
            readAll(bytes);
        }
    }

    @Test
    void packets_withAFewBytesChangedOrCutOff_areReadWithoutHarm() {
        SplittableRandom random = new SplittableRandom(12);
        RtpStream stream = new RtpStream(Payload.H264, 0, random);
        MemorySegment memory = Arena.ofAuto().allocate(64);
        for (int round = 0; round < ROUNDS; round++) {
            int whole;
            if (random.nextBoolean()) {
                stream.writeHeader(memory, round, round, 0, Marking.DELTA, 8);
                whole = RtpStream.HEADER_BYTES + 8;
            } else {
                whole = stream.writeReport(memory, round, round);
                whole += new SourceDescription("abcdef").write(memory.asSlice(whole), 1);
            }
            byte[] bytes = new byte[random.nextInt(whole + 1)];
            MemorySegment.copy(memory, 0, MemorySegment.ofArray(bytes), 0, bytes.length);
            for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            readAll(bytes);
        }
    }

    private static MemorySegment of(String hex) {
        return MemorySegment.ofArray(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void packet_ofAnotherSender_isReadByTheRules() {
        // two contributing sources, an extension of two bytes' length, an unknown element, three bytes of padding
        MemorySegment message = of("b2 60 0001 00000002 00000003 aaaaaaaa bbbbbbbb" + "bede0002 31aabb00 00 20 a0 00"
                + "01020304 00 00 03");
        RtpPacket packet = RtpPacket.read(message).orElseThrow();
        assertThat(packet.marker()).isFalse();
        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.marking()).isEqualTo(0xa0);
        assertThat(packet.captureNtp()).isEmpty();
        assertThat(packet.sendTime()).isEmpty();
        assertThat(packet.payload().byteSize()).isEqualTo(4);
    }

    @Test
    void packet_thatClaimsMoreThanItHas_isNone() {
        assertThat(RtpPacket.read(of("9060 0001 00000002 00000003 bede0009 00000000")))
                .isEmpty();
        assertThat(RtpPacket.read(of("8f60 0001 00000002 00000003"))).isEmpty();
        assertThat(RtpPacket.read(of("a060 0001 00000002 00000003 01020309"))).isEmpty();
        assertThat(RtpPacket.read(of("a060 0001 00000002 00000003 01020300"))).isEmpty();
        assertThat(RtpPacket.read(of("4060 0001 00000002 00000003"))).isEmpty();
        assertThat(SenderReport.read(of("80c8 00ff" + "00".repeat(24)))).isEmpty();
    }
}
