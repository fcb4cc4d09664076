package liveroom.transport.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import liveroom.transport.rtp.RtpStream.Marking;
import liveroom.transport.rtp.RtpStream.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RtpPartsTest {
    private static final int SEED = 3;

    private static MemorySegment packet(RtpStream stream, int payloadBytes) {
        byte[] bytes = new byte[RtpStream.HEADER_BYTES + payloadBytes];
        new SplittableRandom(payloadBytes).nextBytes(bytes);
        MemorySegment packet = MemorySegment.ofArray(bytes);
        stream.writeHeader(packet, 1_000_000_000, 7, Marking.DELTA, payloadBytes);
        return packet;
    }

    private static RtpStream stream() {
        return new RtpStream(Payload.H264, 0, new SplittableRandom(SEED));
    }

    private static List<MemorySegment> cut(MemorySegment packet, int parts) {
        List<MemorySegment> messages = new ArrayList<>();
        for (int index = 0; index <= parts; index++) {
            MemorySegment into = MemorySegment.ofArray(
                    new byte[RtpParts.HEADER_BYTES + RtpParts.partBytes((int) packet.byteSize(), parts)]);
            messages.add(into.asSlice(0, RtpParts.write(packet, index, parts, into)));
        }
        return messages;
    }

    @Test
    void part_hasTheLayoutOfTheProtocol() {
        MemorySegment packet = MemorySegment.ofArray(HexFormat.of().parseHex("90e0123401020304deadbeef0a0b0c"));
        List<String> written = cut(packet, 2).stream()
                .map(part -> HexFormat.of().formatHex(part.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE)))
                .toList();
        String head = "80e1123401020304deadbeef";
        assertThat(written)
                .containsExactly(
                        head + "00020000" + "0000000f" + "90e0123401020304",
                        head + "01020000" + "0000000f" + "deadbeef0a0b0c",
                        head + "02020000" + "0000000f" + "4e4dacdb0b090f04");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,40", "1,1072", "2,1073", "2,9999", "3,1074", "3,10400", "3,10401", "3,43210"})
    void anyPartLost_inAnyOrder_thePacketIsWhole(int parts, int payloadBytes) {
        MemorySegment packet = packet(stream(), payloadBytes);
        for (int lost = 0; lost <= parts; lost++) {
            List<MemorySegment> messages = new ArrayList<>(cut(packet, parts));
            messages.remove(lost);
            Collections.shuffle(messages, new Random(SEED));
            JoinedParts joined = new JoinedParts();
            Optional<MemorySegment> whole = Optional.empty();
            for (MemorySegment message : messages) {
                assertThat(whole).isEmpty();
                whole = joined.take(message);
            }
            assertThat(whole.orElseThrow().mismatch(packet))
                    .as("without part %d", lost)
                    .isEqualTo(-1);
        }
    }

    @Test
    void packet_thatFitsADatagram_isNotCut() {
        assertThat(RtpParts.count(1100, 4)).isEqualTo(1);
        assertThat(RtpParts.count(1101, 4)).isEqualTo(3);
        assertThat(RtpParts.count(10_000, 2)).isEqualTo(1);
    }

    @Test
    void sound_carriesThePacketBefore() {
        RtpStream stream = new RtpStream(Payload.OPUS, 0, new SplittableRandom(SEED));
        MemorySegment before = packet(stream, 150);
        MemorySegment packet = MemorySegment.ofArray(new byte[RtpStream.HEADER_BYTES + 170]);
        stream.writeHeader(packet, 1_010_000_000, 8, Marking.SOUND, 170);
        int bytes = RedundantSound.bytes(before, packet);
        MemorySegment both = MemorySegment.ofArray(new byte[bytes]);
        RedundantSound.write(before, packet, both);

        RtpPacket read = RtpPacket.read(both).orElseThrow();
        assertThat(read.payloadType()).isEqualTo(112);
        assertThat(read.captureNtp()).hasValue(8);
        List<RtpPacket> split = JoinedParts.split(both).stream()
                .map(each -> RtpPacket.read(each).orElseThrow())
                .toList();
        assertThat(split.getFirst().sequence())
                .isEqualTo(RtpPacket.read(before).orElseThrow().sequence());
        assertThat(split.getFirst().timestamp())
                .isEqualTo(RtpPacket.read(before).orElseThrow().timestamp());
        assertThat(split.getFirst().payload().mismatch(before.asSlice(RtpStream.HEADER_BYTES)))
                .isEqualTo(-1);
        assertThat(split.getLast().sequence()).isEqualTo(read.sequence());
        assertThat(split.getLast().payload().mismatch(packet.asSlice(RtpStream.HEADER_BYTES)))
                .isEqualTo(-1);
    }

    @Test
    void sound_behindAGapOrTooLong_isNotPutTogether() {
        RtpStream stream = new RtpStream(Payload.OPUS, 0, new SplittableRandom(SEED));
        MemorySegment before = packet(stream, 150);
        stream.skip(1);
        MemorySegment later = MemorySegment.ofArray(new byte[RtpStream.HEADER_BYTES + 10]);
        stream.writeHeader(later, 1_020_000_000, 8, Marking.SOUND, 10);
        assertThat(RedundantSound.bytes(before, later)).isZero();
        MemorySegment tooLong = packet(new RtpStream(Payload.OPUS, 0, new SplittableRandom(SEED)), 1024);
        assertThat(RedundantSound.bytes(tooLong, later)).isZero();
    }
}
