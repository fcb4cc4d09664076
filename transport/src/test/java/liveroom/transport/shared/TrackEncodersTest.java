package liveroom.transport.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TrackEncodersTest {
    @Test
    void newcomers_manyAtOnce_getFewAndOthersStillGetTheirs() {
        TrackEncoders encoders = new TrackEncoders(8);
        assertThat(encoders.tryTakeForNewcomer()).isTrue();
        assertThat(encoders.tryTakeForNewcomer()).isTrue();
        assertThat(encoders.tryTakeForNewcomer()).isFalse();
        assertThat(encoders.tryTake()).isTrue();
        assertThat(encoders.taken()).isEqualTo(3);

        encoders.settled();
        assertThat(encoders.tryTakeForNewcomer()).isTrue();
    }

    @Test
    void wishes_moreThanTwiceTheEncoders_areNotGranted() {
        TrackEncoders encoders = new TrackEncoders(2);
        for (int i = 0; i < 4; i++) {
            assertThat(encoders.areForWishes()).isTrue();
            encoders.take();
        }
        assertThat(encoders.areForWishes()).isFalse();
    }

    @Test
    void newcomer_fewEncoders_getsOneIfThereIsOne() {
        TrackEncoders encoders = new TrackEncoders(1);
        assertThat(encoders.tryTakeForNewcomer()).isTrue();
        encoders.settled();
        encoders.release();
        encoders.take();
        assertThat(encoders.tryTakeForNewcomer()).isFalse();
        encoders.release();
        assertThat(encoders.tryTakeForNewcomer()).isTrue();
    }
}
