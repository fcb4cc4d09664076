package liveroom.app.window.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import liveroom.app.window.FakeStudio;
import liveroom.app.window.Snapshots;
import liveroom.app.window.Viewers;
import liveroom.app.window.kit.Spread;
import org.junit.jupiter.api.Test;

class HistoryModelTest {
    private final HistoryModel model = new HistoryModel();

    @Test
    void read_viewersComeAndGo_keepsWorstAndMedianAndThenAGap() {
        model.read(FakeStudio.quiet(), TimeUnit.SECONDS.toNanos(10));
        assertThat(model.history().isEmpty()).isTrue();
        model.read(
                Snapshots.withViewers(
                        FakeStudio.quiet(),
                        List.of(
                                Viewers.watching("a", 12, 88),
                                Viewers.watching("b", -70, 140),
                                Viewers.watching("c", 20, 90),
                                Viewers.unmeasured("d"))),
                TimeUnit.SECONDS.toNanos(11));
        model.read(FakeStudio.quiet(), TimeUnit.SECONDS.toNanos(12));
        List<FiveMinutes.Second> values = model.history().values();
        FiveMinutes.Second watched = values.get(FiveMinutes.SECONDS - 2);
        assertThat(watched.skewMs()).contains(new Spread(-70, 12));
        assertThat(watched.latencyMs()).contains(new Spread(140, 90));
        assertThat(values.getLast()).isEqualTo(FiveMinutes.Second.NOTHING);
    }

    @Test
    void read_viewerThatHasGoneSilent_isAGapDespiteItsMinute() {
        model.read(
                Snapshots.withViewers(FakeStudio.quiet(), List.of(Viewers.silent("a", 12, 88))),
                TimeUnit.SECONDS.toNanos(10));
        assertThat(model.history().isEmpty()).isTrue();
    }

    @Test
    void range_valuesBeyondTheRule_growsByWholeSteps() {
        assertThat(Rule.SKEW.range(List.of())).isEqualTo(new Rule.Range(-60, 60));
        assertThat(Rule.SKEW.range(List.of(new Spread(-61, 3)))).isEqualTo(new Rule.Range(-120, 120));
        assertThat(Rule.LATENCY.range(List.of(new Spread(101, 90)))).isEqualTo(new Rule.Range(0, 200));
    }
}
