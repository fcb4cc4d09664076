package liveroom.app.window.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import liveroom.app.studio.StudioSnapshot.Muting;
import liveroom.app.window.FakeStudio;
import org.junit.jupiter.api.Test;

class SoundModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final AtomicLong nowNanos = new AtomicLong();
    private final SoundModel model = new SoundModel(studio, nowNanos::get);

    @Test
    void setGainDb_beyondTheScale_isKeptOnIt() {
        model.setGainDb(40);
        assertThat(studio.asked()).containsExactly("gain 12");
        assertThat(model.gainDb().get()).isEqualTo(12);
    }

    @Test
    void read_staleGainRightAfterTheHostSetIt_isNotBelieved() {
        model.setGainDb(-10);
        model.read(FakeStudio.quiet(), 0);
        assertThat(model.gainDb().get()).isEqualTo(-10);
        nowNanos.addAndGet(1_000_000_000);
        model.read(FakeStudio.quiet(), 0);
        assertThat(model.gainDb().get()).isEqualTo(0);
    }

    @Test
    void toggleMute_twice_mutesAndOpens() {
        model.toggleMute();
        assertThat(model.muting().get()).isEqualTo(Muting.MUTED);
        model.toggleMute();
        assertThat(studio.asked()).containsExactly("muting MUTED", "muting OPEN");
    }
}
