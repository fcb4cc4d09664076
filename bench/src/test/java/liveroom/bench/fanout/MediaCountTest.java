package liveroom.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MediaCountTest {
    private static final double NOW_MILLIS = 1_764_000_000_000.0;
    private static final int PICTURE = 96;
    private static final int SOUND = 111;

    private final MediaCount count = new MediaCount();

    @Test
    void take_inAnyOrderAcrossTheWrap_missesNothing() {
        for (int sequence : new int[] {65_533, 65_535, 65_534, 1, 0, 2}) {
            count.take(packet(PICTURE, sequence, 7, 10), NOW_MILLIS);
        }

        assertThat(count.counted()).isEqualTo(new MediaCount.Counted(6, 0, 0, 6L * 29));
    }

    @Test
    void take_gaps_areMissingOnTheirStream() {
        for (int sequence : new int[] {10, 12, 15}) {
            count.take(packet(PICTURE, sequence, 7, 10), NOW_MILLIS);
        }
        for (int sequence : new int[] {500, 501}) {
            count.take(packet(SOUND, sequence, 8, 10), NOW_MILLIS);
        }

        assertThat(count.counted().missing()).isEqualTo(3);
        assertThat(count.counted().pictures()).isEqualTo(3);
    }

    @Test
    void beginWindow_later_forgetsWhatWasMissingBefore() {
        count.take(packet(PICTURE, 10, 7, 10), NOW_MILLIS);
        count.take(packet(PICTURE, 20, 7, 10), NOW_MILLIS);
        count.beginWindow();
        assertThat(count.counted()).isEqualTo(MediaCount.Counted.NOTHING);
        count.take(packet(PICTURE, 21, 7, 10), NOW_MILLIS);
        count.take(packet(PICTURE, 23, 7, 10), NOW_MILLIS);

        assertThat(count.counted()).isEqualTo(new MediaCount.Counted(2, 0, 1, 2L * 29));
    }

    @Test
    void take_olderThanAFifthOfASecond_isLate() {
        count.take(packet(PICTURE, 1, 7, 199), NOW_MILLIS);
        count.take(packet(PICTURE, 2, 7, 201), NOW_MILLIS);

        assertThat(count.counted().late()).isEqualTo(1);
        assertThat(count.queueMillis()).isCloseTo(2, within(0.01));
    }

    @Test
    void take_rtcpOrGarbage_countsNothing() {
        count.take(packet(200 - 128, 1, 7, 10).put(1, (byte) 200), NOW_MILLIS);
        count.take(ByteBuffer.allocate(3), NOW_MILLIS);
        assertThat(count.counted()).isEqualTo(MediaCount.Counted.NOTHING);

        ByteBuffer cut = packet(PICTURE, 1, 7, 1000);
        count.take(cut.limit(20), NOW_MILLIS);
        assertThat(count.counted().late()).isZero();
    }

    /// A packet with both extensions of the shared lane and one byte of payload.
    private static ByteBuffer packet(int type, int sequence, int ssrc, double ageMillis) {
        double seconds = (NOW_MILLIS - ageMillis) / 1000 + 2_208_988_800.0;
        ByteBuffer packet = ByteBuffer.allocate(12 + 4 + 12 + 1);
        packet.put((byte) 0x90)
                .put((byte) (0x80 | type))
                .putShort((short) sequence)
                .putInt(0)
                .putInt(ssrc);
        packet.putShort((short) 0xBEDE).putShort((short) 3);
        packet.put((byte) 0x17).putInt((int) (long) seconds).putInt((int) (long) (seconds % 1 * 0x1p32));
        packet.put((byte) 0x20).put((byte) 0xe0).put((byte) 0).put((byte) 1);
        return packet.flip();
    }
}
