package liveroom.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import liveroom.transport.rtp.RedundantSound;
import liveroom.transport.rtp.RtpParts;
import liveroom.transport.rtp.RtpStream;
import org.junit.jupiter.api.Test;

class MediaCountTest {
    private static final double NOW_MILLIS = 1_764_000_000_000.0;
    private static final int PICTURE = 96;
    private static final int SOUND = 111;

    private final MediaCount count = new MediaCount();

    @Test
    void take_inAnyOrderAcrossTheWrap_missesNothing() {
        for (int sequence : new int[] {65_533, 65_535, 65_534, 1, 0, 2}) {
            count.take(packet(PICTURE, sequence, 7, 10), 0, NOW_MILLIS);
        }

        assertThat(count.counted()).isEqualTo(new MediaCount.Counted(6, 0, 0, 6L * 33));
    }

    @Test
    void take_gaps_areMissingOnTheirStream() {
        for (int sequence : new int[] {10, 12, 15}) {
            count.take(packet(PICTURE, sequence, 7, 10), 0, NOW_MILLIS);
        }
        for (int sequence : new int[] {500, 501}) {
            count.take(packet(SOUND, sequence, 8, 10), 0, NOW_MILLIS);
        }

        assertThat(count.counted().missing()).isEqualTo(3);
        assertThat(count.counted().pictures()).isEqualTo(3);
    }

    @Test
    void beginWindow_later_forgetsWhatWasMissingBefore() {
        count.take(packet(PICTURE, 10, 7, 10), 0, NOW_MILLIS);
        count.take(packet(PICTURE, 20, 7, 10), 0, NOW_MILLIS);
        count.beginWindow();
        assertThat(count.counted()).isEqualTo(MediaCount.Counted.NOTHING);
        count.take(packet(PICTURE, 21, 7, 10), 0, NOW_MILLIS);
        count.take(packet(PICTURE, 23, 7, 10), 0, NOW_MILLIS);

        assertThat(count.counted()).isEqualTo(new MediaCount.Counted(2, 0, 1, 2L * 33));
    }

    @Test
    void take_olderThanAFifthOfASecond_isLate() {
        count.take(packet(PICTURE, 1, 7, 199), 0, NOW_MILLIS);
        count.take(packet(PICTURE, 2, 7, 201), 0, NOW_MILLIS);

        assertThat(count.counted().late()).isEqualTo(1);
        assertThat(count.takeQueueMillis()).isCloseTo(1, within(0.01));
    }

    @Test
    void take_lateInTheStudioAlone_isNoQueue() {
        count.take(packet(PICTURE, 1, 7, 20, 5), 0, NOW_MILLIS);
        count.take(packet(PICTURE, 2, 7, 120, 105), 0, NOW_MILLIS);

        assertThat(count.takeQueueMillis()).isCloseTo(0, within(0.01));
    }

    @Test
    void take_rtcpOrGarbage_countsNothing() {
        count.take(packet(200 - 128, 1, 7, 10).put(1, (byte) 200), 0, NOW_MILLIS);
        count.take(ByteBuffer.allocate(3), 0, NOW_MILLIS);
        assertThat(count.counted()).isEqualTo(MediaCount.Counted.NOTHING);

        ByteBuffer cut = packet(PICTURE, 1, 7, 1000);
        count.take(cut.limit(20), 0, NOW_MILLIS);
        assertThat(count.counted().late()).isZero();
    }

    @Test
    void take_partsOfAPicture_countOnceWithTheAgeOfTheWhole_whicheverIsMissing() {
        MemorySegment whole =
                MemorySegment.ofArray(new byte[3001]).copyFrom(MemorySegment.ofBuffer(packet(PICTURE, 5, 7, 250)));
        for (int missing = 0; missing <= 3; missing++) {
            MediaCount spread = new MediaCount();
            for (int index = 0; index <= 3; index++) {
                if (index != missing) {
                    spread.take(part(whole, index), index, NOW_MILLIS);
                }
            }
            assertThat(spread.counted().pictures())
                    .as("without part %d", missing)
                    .isEqualTo(1);
            assertThat(spread.counted().late()).isEqualTo(1);
            assertThat(spread.counted().missing()).isZero();
            spread.take(part(whole, missing), missing, NOW_MILLIS);
            assertThat(spread.counted().pictures()).isEqualTo(1);
        }
    }

    @Test
    void take_piecesOfAPicture_countOnceAllHaveCome() {
        MemorySegment whole =
                MemorySegment.ofArray(new byte[9001]).copyFrom(MemorySegment.ofBuffer(packet(PICTURE, 5, 7, 250)));
        for (int number = 11; number > 0; number--) {
            assertThat(count.counted().pictures()).as("before part %d", number).isZero();
            if (number % 4 != number / 4) {
                count.take(part(whole, number), number % 4, NOW_MILLIS);
            }
        }
        assertThat(count.counted().pictures()).isEqualTo(1);
        assertThat(count.counted().late()).isEqualTo(1);
    }

    private static ByteBuffer part(MemorySegment whole, int index) {
        MemorySegment into = MemorySegment.ofArray(new byte[2000]);
        int bytes = RtpParts.over(4, (int) whole.byteSize()).write(whole, index, into);
        return into.asSlice(0, bytes).asByteBuffer();
    }

    @Test
    void take_soundThatCarriesThePacketBefore_makesUpForIt() {
        MemorySegment before = MemorySegment.ofBuffer(packet(SOUND, 99, 8, 190));
        ByteBuffer packet = packet(SOUND, 100, 8, 195).putInt(4, 480);
        MemorySegment both =
                MemorySegment.ofArray(new byte[RedundantSound.bytes(before, MemorySegment.ofBuffer(packet))]);
        RedundantSound.write(before, MemorySegment.ofBuffer(packet), both);
        count.take(packet(SOUND, 98, 8, 10), 0, NOW_MILLIS);
        count.take(both.asByteBuffer(), 1, NOW_MILLIS);
        assertThat(count.counted().missing()).isZero();
        assertThat(count.counted().late()).isEqualTo(1);
        count.take(packet(SOUND, 99, 8, 190), 2, NOW_MILLIS);
        assertThat(count.counted().late()).isEqualTo(1);
    }

    @Test
    void take_overtaken_isCountedForEachConnectionApart() {
        count.take(packet(PICTURE, 2, 7, 10), 0, NOW_MILLIS);
        count.take(packet(PICTURE, 1, 7, 10), 1, NOW_MILLIS);
        assertThat(count.takeOvertaken()).isZero();
        count.take(packet(PICTURE, 0, 7, 10), 1, NOW_MILLIS);
        assertThat(count.takeOvertaken()).isEqualTo(1);
        assertThat(count.takeOvertaken()).isZero();
    }

    private static ByteBuffer packet(int type, int sequence, int ssrc, double ageMillis) {
        return packet(type, sequence, ssrc, ageMillis, 5);
    }

    /// A packet with the extensions of the shared lane and one byte of payload.
    private static ByteBuffer packet(int type, int sequence, int ssrc, double ageMillis, double inStudioMillis) {
        double seconds = (NOW_MILLIS - ageMillis) / 1000 + 2_208_988_800.0;
        int sent = (int) ((seconds + inStudioMillis / 1000) % 64 * 0x1p18);
        ByteBuffer packet = ByteBuffer.allocate(RtpStream.HEADER_BYTES + 1);
        packet.put((byte) 0x90)
                .put((byte) (0x80 | type))
                .putShort((short) sequence)
                .putInt(0)
                .putInt(ssrc);
        packet.putShort((short) 0xBEDE).putShort((short) 4);
        packet.put((byte) 0x17).putInt((int) (long) seconds).putInt((int) (long) (seconds % 1 * 0x1p32));
        packet.put((byte) 0x32).put((byte) (sent >> 16)).putShort((short) sent);
        packet.put((byte) 0x20).put((byte) 0xe0).put((byte) 0).put((byte) 1);
        return packet.flip();
    }
}
