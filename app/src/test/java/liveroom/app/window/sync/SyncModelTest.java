package liveroom.app.window.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import liveroom.app.window.FakeStudio;
import liveroom.app.window.Snapshots;
import liveroom.app.window.Viewers;
import liveroom.app.window.kit.Verdict;
import org.junit.jupiter.api.Test;

class SyncModelTest {
    private final SyncModel model = new SyncModel();

    @Test
    void of_limitsOfTheBand_areGoodAndBeyondIsNot() {
        assertThat(SyncVerdict.of(OptionalDouble.of(-40))).isEqualTo(Verdict.GOOD);
        assertThat(SyncVerdict.of(OptionalDouble.of(60))).isEqualTo(Verdict.GOOD);
        assertThat(SyncVerdict.of(OptionalDouble.of(-41))).isEqualTo(Verdict.WARNING);
        assertThat(SyncVerdict.of(OptionalDouble.of(61))).isEqualTo(Verdict.WARNING);
        assertThat(SyncVerdict.of(OptionalDouble.of(200))).isEqualTo(Verdict.ERROR);
        assertThat(SyncVerdict.of(OptionalDouble.empty())).isEqualTo(Verdict.NEUTRAL);
    }

    @Test
    void words_earlyAndLate_sayWhichAndHowMuch() {
        assertThat(SyncVerdict.words(OptionalDouble.of(75))).contains("late").contains("75");
        assertThat(SyncVerdict.words(OptionalDouble.of(-50))).contains("early").contains("50");
    }

    @Test
    void read_severalViewers_showsEachAndTheWorst() {
        model.read(Snapshots.withViewers(
                FakeStudio.quiet(), List.of(Viewers.watching("a", 12, 88), Viewers.watching("b", -70, 140))));
        SyncModel.Reading reading = model.reading().get();
        assertThat(reading.viewerMs()).containsExactly(12.0, -70.0);
        assertThat(reading.viewersVerdict()).isEqualTo(Verdict.WARNING);
        assertThat(reading.latencyText()).contains("140");
        assertThat(reading.programVerdict()).isEqualTo(Verdict.GOOD);
    }

    @Test
    void read_nobody_saysSo() {
        model.read(FakeStudio.quiet());
        assertThat(model.reading().get().viewerMs()).isEmpty();
        assertThat(model.reading().get().viewersText()).isNotBlank();
    }
}
