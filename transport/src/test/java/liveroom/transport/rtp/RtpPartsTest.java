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
        stream.writeHeader(packet, 1_000_000_000, 7, 0, Marking.DELTA, payloadBytes);
        return packet;
    }

    private static RtpStream stream() {
        return new RtpStream(Payload.H264, 0, new SplittableRandom(SEED));
    }

    private static List<MemorySegment> cut(MemorySegment packet, RtpParts parts) {
        List<MemorySegment> messages = new ArrayList<>();
        for (int number = 0; number < parts.count(); number++) {
            MemorySegment into = MemorySegment.ofArray(new byte[parts.messageBytes()]);
            messages.add(into.asSlice(0, parts.write(packet, number, into)));
        }
        return messages;
    }

    @Test
    void part_hasTheLayoutOfTheProtocol() {
        MemorySegment packet = MemorySegment.ofArray(HexFormat.of().parseHex("90e0123401020304deadbeef0a0b0c"));
        List<String> written = cut(packet, new RtpParts(15, 1, 2, 3)).stream()
                .map(part -> HexFormat.of().formatHex(part.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE)))
                .toList();
        String head = "80e1123401020304deadbeef";
        assertThat(written)
                .containsExactly(
                        head + "00020000" + "0000000f" + "90e0123401020304",
                        head + "01020000" + "0000000f" + "deadbeef0a0b0c",
                        head + "02020000" + "0000000f" + "4e4dacdb0b090f04");
    }

    @Test
    void piece_isTold() {
        MemorySegment packet = MemorySegment.ofArray(HexFormat.of().parseHex("90e0123401020304deadbeef0a0b0c"));
        List<String> written = cut(packet, new RtpParts(15, 2, 1, 1)).stream()
                .map(part -> HexFormat.of().formatHex(part.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE)))
                .toList();
        String head = "80e1123401020304deadbeef";
        assertThat(written)
                .containsExactly(
                        head + "00010001" + "0000000f" + "90e0123401020304",
                        head + "00010101" + "0000000f" + "deadbeef0a0b0c");
    }

    @ParameterizedTest
    @CsvSource({"2,1", "2,40", "2,1072", "3,1073", "3,9999", "4,1074", "4,10400", "4,10401", "4,43210", "4,900000"})
    void anyPartOfEachPieceLost_inAnyOrder_thePacketIsWhole(int connections, int payloadBytes) {
        MemorySegment packet = packet(stream(), payloadBytes);
        RtpParts parts = RtpParts.over(connections, (int) packet.byteSize());
        for (int lost = 0; lost < parts.messages(); lost++) {
            List<MemorySegment> messages = cut(packet, parts);
            for (int piece = parts.pieces() - 1; piece >= 0; piece--) {
                messages.remove(piece * parts.messages() + (lost + piece) % parts.messages());
            }
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

    @ParameterizedTest
    @CsvSource({"100,1", "4400,1", "4401,2", "10400,3", "43210,10"})
    void overOneConnection_messagesThatLeaveAtOnce_withoutParity(int bytes, int messages) {
        MemorySegment packet = packet(stream(), bytes - RtpStream.HEADER_BYTES);
        List<MemorySegment> cut = cut(packet, RtpParts.over(1, bytes));
        assertThat(cut).hasSize(messages).allMatch(each -> each.byteSize() <= 4 * 1100 + RtpParts.HEADER_BYTES);
        JoinedParts joined = new JoinedParts();
        cut.reversed()
                .subList(0, messages - 1)
                .forEach(each -> assertThat(joined.take(each)).isEmpty());
        assertThat(joined.take(cut.getFirst()).orElseThrow().mismatch(packet)).isEqualTo(-1);
    }

    @Test
    void overSeveral_eachPartFitsADatagram_andWhatFitsOneIsNotCut() {
        assertThat(RtpParts.over(4, 1100)).isEqualTo(new RtpParts(1100, 1, 1, 2));
        assertThat(RtpParts.over(4, 1101)).isEqualTo(new RtpParts(1101, 1, 3, 4));
        assertThat(RtpParts.over(2, 10_000).pieces()).isEqualTo(10);
        for (int connections = 2; connections <= 4; connections++) {
            for (int bytes = 100; bytes < 64 * 1100; bytes += 77) {
                assertThat(RtpParts.over(connections, bytes).messageBytes()).isLessThanOrEqualTo(1120);
            }
        }
    }

    @Test
    void sound_carriesThePacketBefore() {
        RtpStream stream = new RtpStream(Payload.OPUS, 0, new SplittableRandom(SEED));
        MemorySegment before = packet(stream, 150);
        MemorySegment packet = MemorySegment.ofArray(new byte[RtpStream.HEADER_BYTES + 170]);
        stream.writeHeader(packet, 1_010_000_000, 8, 0, Marking.SOUND, 170);
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
        stream.writeHeader(later, 1_020_000_000, 8, 0, Marking.SOUND, 10);
        assertThat(RedundantSound.bytes(before, later)).isZero();
        MemorySegment tooLong = packet(new RtpStream(Payload.OPUS, 0, new SplittableRandom(SEED)), 1024);
        assertThat(RedundantSound.bytes(tooLong, later)).isZero();
    }
}
