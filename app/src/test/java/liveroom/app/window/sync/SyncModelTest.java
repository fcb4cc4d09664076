package liveroom.app.window.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import liveroom.app.window.FakeStudio;
import liveroom.app.window.Snapshots;
import liveroom.app.window.Viewers;
import liveroom.app.window.kit.Spread;
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
    void narrowest_skewsInAndBetweenTheBands_isTheFirstThatHoldsAll() {
        assertThat(SyncBand.narrowest(List.of(-15.0, 45.0))).contains(SyncBand.ATSC_IS_191);
        assertThat(SyncBand.narrowest(List.of(-16.0, 3.0))).contains(SyncBand.EBU_R37);
        assertThat(SyncBand.narrowest(List.of(-40.0, 60.0))).contains(SyncBand.EBU_R37);
        assertThat(SyncBand.narrowest(List.of(3.0, 125.0))).contains(SyncBand.ITU_BT_1359);
        assertThat(SyncBand.narrowest(List.of(-46.0))).isEmpty();
        assertThat(SyncBand.narrowest(List.of(3.0, 126.0))).isEmpty();
    }

    @Test
    void read_severalViewers_showsEachTheWorstAndTheMedian() {
        model.read(Snapshots.withViewers(
                FakeStudio.quiet(),
                List.of(
                        Viewers.watching("a", 12, 88),
                        Viewers.watching("b", -70, 140),
                        Viewers.watching("c", 20, 140))));
        SyncModel.Reading reading = model.reading().get();
        assertThat(reading.viewerMs()).containsExactly(12.0, -70.0, 20.0);
        assertThat(reading.spread()).contains(new Spread(-70, 12));
        assertThat(reading.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(reading.verdictText()).contains("beyond", "BT.1359");
        assertThat(reading.spoken())
                .isEqualTo("Sound 12 ms late in the median, 70 ms early at worst, of 3 viewers; beyond ITU-R BT.1359");
    }

    @Test
    void read_viewersWithinTheNarrowestBand_isGoodAndSaysWhich() {
        model.read(Snapshots.withViewers(FakeStudio.quiet(), List.of(Viewers.watching("a", 12, 88))));
        assertThat(model.reading().get().verdict()).isEqualTo(Verdict.GOOD);
        assertThat(model.reading().get().verdictText()).isEqualTo("within ATSC IS-191");
    }

    @Test
    void read_program_showsItAtCaptureAndWhenEncoded() {
        model.read(FakeStudio.quiet());
        assertThat(model.reading().get().captureMs()).isEqualTo(3);
        assertThat(model.reading().get().encodedMs()).hasValue(1);
    }

    @Test
    void read_nobody_saysSo() {
        model.read(FakeStudio.quiet());
        assertThat(model.reading().get().viewerMs()).isEmpty();
        assertThat(model.reading().get().spread()).isEmpty();
        assertThat(model.reading().get().verdictText()).isEqualTo("no viewer yet");
    }
}
