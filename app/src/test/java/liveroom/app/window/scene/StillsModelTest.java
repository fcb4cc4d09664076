package liveroom.app.window.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import liveroom.app.studio.StudioSnapshot.Input;
import liveroom.app.window.FakeKit;
import liveroom.app.window.FakeScenePictures;
import liveroom.app.window.FakeShow;
import liveroom.app.window.kit.Threads;
import liveroom.capture.show.ShowCommand;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import org.junit.jupiter.api.Test;

class StillsModelTest {
    private static final Input OPENING = new Input(new SourceSpec.Test(), new SourceStatus.Opening());
    private static final Input RUNNING = new Input(new SourceSpec.Test(), new SourceStatus.Running());

    private final FakeScenePictures pictures = new FakeScenePictures();
    private final List<String> said = new ArrayList<>();
    private final DeskModel desk = new DeskModel(FakeShow.desk(), said::add);
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final StillsModel model =
            new StillsModel(pictures, desk, () -> FakeKit.KIT, new Threads(background::add, Runnable::run));
    private long nowNanos;

    private void look(Input main) {
        model.look(main, nowNanos);
    }

    private void work() {
        while (!background.isEmpty()) {
            background.removeFirst().run();
        }
    }

    @Test
    void look_firstTime_makesAllOneAfterAnother() {
        look(RUNNING);
        assertThat(background).hasSize(1);
        look(RUNNING);
        assertThat(background).hasSize(1);

        work();

        assertThat(pictures.asked()).containsExactly("talk", "product", "end");
        assertThat(model.stills()).containsOnlyKeys("talk", "product", "end");
        assertThat(model.stills().get("end")).satisfies(still -> {
            assertThat(still.argb()).hasSize(still.width() * still.height());
            assertThat(still.width() * 9).isEqualTo(still.height() * 16);
        });
        look(RUNNING);
        assertThat(background).isEmpty();
    }

    @Test
    void look_sceneChanged_makesThatOneAnew() {
        look(RUNNING);
        work();
        desk.perform(new ShowCommand.Reveal("product", "name", false));
        look(RUNNING);
        work();
        look(RUNNING);
        work();
        assertThat(pictures.asked()).containsExactly("talk", "product", "end", "product");
    }

    @Test
    void look_mainPictureHasCome_makesAllAnew_oneEachLook() {
        look(OPENING);
        work();
        for (int i = 0; i < 4; i++) {
            look(RUNNING);
            work();
        }
        assertThat(pictures.asked()).hasSize(6);
    }

    @Test
    void look_longAfter_makesTheOldestAnew() {
        look(RUNNING);
        work();
        nowNanos = TimeUnit.SECONDS.toNanos(31);
        look(RUNNING);
        work();
        assertThat(pictures.asked()).hasSize(4);
    }

    @Test
    void look_sceneRemovedWhileItIsMade_keepsNothingOfIt() {
        look(RUNNING);
        work();
        desk.perform(new ShowCommand.Reveal("end", "slate", false));
        look(RUNNING);
        desk.perform(new ShowCommand.RemoveScene("end"));
        look(RUNNING);
        work();
        assertThat(model.stills()).containsOnlyKeys("talk", "product");
        assertThat(said).isEmpty();
    }
}
