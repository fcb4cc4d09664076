package liveroom.app.window.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import liveroom.app.studio.StudioSnapshot.Input;
import liveroom.app.window.FakeDevices;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.kit.Verdict;
import liveroom.capture.CaptureException;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import org.junit.jupiter.api.Test;

class SourceModelTest {
    private final List<Runnable> background = new ArrayList<>();
    private final List<SourceSpec> selected = new ArrayList<>();
    private final AtomicLong nowNanos = new AtomicLong();
    private final SourceModel model = new SourceModel(
            SourceModel.Kind.PICTURE,
            new FakeDevices(),
            selected::add,
            new Threads(background::add, Runnable::run),
            nowNanos::get);

    @Test
    void look_takesItsTime_looksUntilFound() {
        model.look();
        assertThat(model.devices().get()).isInstanceOf(SourceModel.Devices.Looking.class);
        background.forEach(Runnable::run);
        assertThat(model.devices().get())
                .isInstanceOfSatisfying(
                        SourceModel.Devices.Found.class,
                        found -> assertThat(found.first())
                                .extracting(SourceChoice::label)
                                .contains("Studio camera"));
    }

    @Test
    void name_knownDevice_isItsHumanName() {
        model.look();
        background.forEach(Runnable::run);
        assertThat(model.name(new SourceSpec.Camera("/dev/video0"))).isEqualTo("Studio camera");
        assertThat(model.name(new SourceSpec.MediaFile(Path.of("/films/talk.mp4"))))
                .isEqualTo("talk.mp4");
    }

    @Test
    void choose_source_selectsItAndStaysThoughTheStudioLags() {
        model.choose(new SourceSpec.Test());
        model.read(new Input(new SourceSpec.None(), new SourceStatus.Running()));
        assertThat(selected).containsExactly(new SourceSpec.Test());
        assertThat(model.chosen().get()).isEqualTo(new SourceSpec.Test());
    }

    @Test
    void read_failed_saysWhatAndWhatToDo() {
        for (CaptureException.Code code : CaptureException.Code.values()) {
            model.read(new Input(new SourceSpec.Camera(""), new SourceStatus.Failed(code, "errno 16")));
            assertThat(model.reading().get()).as(code.name()).satisfies(reading -> {
                assertThat(reading.problem()).isNotBlank().doesNotContain("errno");
                assertThat(reading.verdict()).isEqualTo(Verdict.ERROR);
                assertThat(reading.detail()).isEqualTo("errno 16");
            });
        }
    }

    @Test
    void read_running_hasNoProblem() {
        model.read(new Input(new SourceSpec.Camera(""), new SourceStatus.Running()));
        assertThat(model.reading().get()).isEqualTo(new SourceModel.Reading("", Verdict.GOOD, ""));
    }
}
