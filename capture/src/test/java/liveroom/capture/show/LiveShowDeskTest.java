package liveroom.capture.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import liveroom.capture.media.FakeClock;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowDesk.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

final class LiveShowDeskTest {
    private static final String HOST = "host";
    private static final String ANA = "Ana";

    private final FakeClock clock = new FakeClock();
    private final FakeKeeping keeping = new FakeKeeping();
    private final Show first = Shows.starter(key -> key);
    private final LiveShowDesk desk =
            new LiveShowDesk(first, clock, InstantSource.fixed(Instant.ofEpochSecond(1_000)), keeping);

    @Test
    void open_aShow_hasItsFirstSceneOnAirAndTheSecondNext() {
        assertThat(desk.state().programId()).isEqualTo("solo");
        assertThat(desk.state().previewId()).isEqualTo("product");
        assertThat(desk.state().canUndo()).isFalse();
    }

    @Test
    void take_aTransition_swapsProgramAndPreviewAndSaysSinceWhen() throws RefusedException {
        clock.advanceMillis(5);

        DeskState state = perform(new ShowCommand.Take(Transition.FADE));

        assertThat(state.programId()).isEqualTo("product");
        assertThat(state.previewId()).isEqualTo("solo");
        assertThat(state.change()).isEqualTo(new DeskState.Change("solo", Transition.FADE, clock.nanos()));
        assertThat(state.revision()).isEqualTo(1);
    }

    @Test
    void take_theSceneThatIsOnAir_changesNothing() throws RefusedException {
        perform(new ShowCommand.Preview("solo"));

        assertThat(perform(new ShowCommand.Take(Transition.FADE)).revision()).isEqualTo(1);
    }

    /// It could be shown, but not saved as it is.
    @Test
    void name_withHalfACharacter_isRefused() {
        assertRefused(new ShowCommand.RenameShow("\ud83c"), "The name holds characters that are not text.");
    }

    @Test
    void next_throughTheRundown_doesEachCueAndPreviewsWhatComes() throws RefusedException {
        List<String> onAir = new ArrayList<>();
        for (int i = 0; i < first.rundown().size(); i++) {
            onAir.add(perform(new ShowCommand.Next()).programId());
        }

        assertThat(onAir)
                .containsExactly("starting-soon", "solo", "solo", "solo", "screen", "product", "solo", "thank-you");
        assertThat(desk.state().nextCue()).isEqualTo(first.rundown().size());
        assertRefused(new ShowCommand.Next(), "The run-down is at its end.");
    }

    @Test
    void next_aTake_previewsTheSceneOfTheTakeAfterIt() throws RefusedException {
        perform(new ShowCommand.Next());
        assertThat(desk.state().previewId()).isEqualTo("solo");
        perform(new ShowCommand.Next());
        assertThat(desk.state().previewId()).isEqualTo("screen");
    }

    @Test
    void next_aReveal_showsTheLayerAndCanBeUndone() throws RefusedException {
        perform(new ShowCommand.SkipTo("name-in"));

        assertThat(layer(perform(new ShowCommand.Next()), "solo", "name").shown())
                .isTrue();
        assertThat(layer(perform(new ShowCommand.Undo()), "solo", "name").shown())
                .isFalse();
        assertThat(desk.state().nextCue()).isEqualTo(3);
    }

    @Test
    void setRundown_theNextCueMoved_staysTheNext() throws RefusedException {
        perform(new ShowCommand.SkipTo("product"));
        List<Cue> reversed = first.rundown().reversed();

        DeskState state = perform(new ShowCommand.SetRundown(reversed));

        assertThat(reversed.get(state.nextCue()).id()).isEqualTo("product");
    }

    @Test
    void removeScene_previewed_movesThePreviewAndTakesItsCuesAway() throws RefusedException {
        DeskState state = perform(new ShowCommand.RemoveScene("screen"));

        assertThat(state.previewId()).isEqualTo("product");
        assertThat(state.show().rundown())
                .extracting(Cue::id)
                .doesNotContain("screen")
                .hasSize(7);
        assertThat(perform(new ShowCommand.Undo()).show()).isEqualTo(first);
    }

    @Test
    void removeScene_onAir_isRefused() {
        assertRefused(new ShowCommand.RemoveScene("solo"), "The scene \"solo\" is on air: take another one first.");
        assertThat(desk.state().revision()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"do":"preview","sceneId":"moon"}                                 | There is no scene "moon" in the show.
            {"do":"reveal","sceneId":"solo","layerId":"moon","shown":true}    | There is no layer "moon" in the scene "solo".
            {"do":"skip-to","cueId":"moon"}                                   | There is no cue "moon" in the run-down.
            {"do":"undo"}                                                     | There is nothing to undo.
            {"do":"redo"}                                                     | There is nothing to redo.
            {"do":"add-scene","scene":{"id":"solo","name":"S"}}               | There are two scenes with the identifier "solo".
            {"do":"start-countdown","sceneId":"solo","layerId":"logo","seconds":9} | The layer "logo" is no countdown and no slate.
            {"do":"start-countdown","sceneId":"solo","layerId":"logo"} | The layer "logo" is no countdown and no slate.
            {"do":"start-countdown","sceneId":"starting-soon","layerId":"slate","seconds":86401} | The length of a countdown in seconds is 86401.0; it must be between 0.0 and 86400.0.
            {"do":"set-rundown","rundown":[{"id":"a","action":{"do":"take","sceneId":"moon"}}]} | There is no scene "moon" in the show.
            """)
    void perform_whatCannotBeDone_isRefusedWithASentenceAndChangesNothing(String command, String sentence)
            throws ShowFormatException {
        assertRefused(ShowJson.command(command), sentence);
        assertThat(desk.state()).isEqualTo(OnAir.begin(first, clock.nanos()));
        assertThat(keeping.kept).isEmpty();
    }

    @Test
    void undo_manySteps_givesBackEachShowAndRedoGoesForthAgain() throws RefusedException {
        List<Show> shows = new ArrayList<>(List.of(first));
        for (int i = 0; i < 250; i++) {
            shows.add(perform(new ShowCommand.RenameShow("name " + i)).show());
        }
        for (int i = 249; i >= 0; i--) {
            assertThat(perform(new ShowCommand.Undo()).show()).isEqualTo(shows.get(i));
        }
        assertThat(desk.state().canUndo()).isFalse();
        for (int i = 1; i <= 250; i++) {
            assertThat(perform(new ShowCommand.Redo()).show()).isEqualTo(shows.get(i));
        }
        assertThat(desk.state().canRedo()).isFalse();
    }

    @Test
    void undo_theSceneOnAirWasAdded_staysOnAir() throws RefusedException {
        perform(new ShowCommand.AddScene(new Scene("extra", "Extra", List.of()), 0));
        perform(new ShowCommand.Preview("extra"));
        perform(new ShowCommand.Take(Transition.CUT));

        DeskState state = perform(new ShowCommand.Undo());

        assertThat(state.programId()).isEqualTo("extra");
        assertThat(state.program().name()).isEqualTo("Extra");
        perform(new ShowCommand.Preview("solo"));
        perform(new ShowCommand.Take(Transition.CUT));
        assertThat(perform(new ShowCommand.RemoveScene("extra")).show()).isEqualTo(first);
    }

    @Test
    void edit_aDrag_isOneStepUntilThePersonOrTheLayerOrThePaceChanges() throws RefusedException {
        place("name", 0.1, HOST);
        clock.advanceMillis(900);
        place("name", 0.2, HOST);
        clock.advanceMillis(900);
        place("name", 0.3, HOST);
        place("logo", 0.1, HOST);
        place("logo", 0.2, ANA);
        clock.advanceMillis(1_000);
        place("logo", 0.3, ANA);

        assertThat(x(perform(new ShowCommand.Undo()), "logo")).isEqualTo(0.2);
        assertThat(x(perform(new ShowCommand.Undo()), "logo")).isEqualTo(0.1);
        assertThat(x(perform(new ShowCommand.Undo()), "name")).isEqualTo(0.3);
        assertThat(perform(new ShowCommand.Undo()).show()).isEqualTo(first);
    }

    @Test
    void edit_textThenPlace_areTwoSteps() throws RefusedException {
        Layer name = layer(desk.state(), "solo", "name");
        perform(new ShowCommand.ReplaceLayer("solo", name.withContent(new Content.LowerThird("A", ""))));
        perform(new ShowCommand.ReplaceLayer("solo", name.withContent(new Content.LowerThird("An", ""))));
        place("name", 0.2, HOST);

        assertThat(layer(perform(new ShowCommand.Undo()), "solo", "name").content())
                .isEqualTo(new Content.LowerThird("An", ""));
        assertThat(perform(new ShowCommand.Undo()).show()).isEqualTo(first);
    }

    @Test
    void putComment_twice_usesTheCommentLayerOfTheSceneOnAir() throws RefusedException {
        perform(new ShowCommand.PutComment("Ana", "Hello"));
        DeskState state = perform(new ShowCommand.PutComment("Bo", "你好"));

        Layer comment = layer(state, "solo", "comment");
        assertThat(comment.content()).isEqualTo(new Content.Comment("Bo", "你好"));
        assertThat(comment.shown()).isTrue();
        assertThat(state.program().layers())
                .hasSameSizeAs(first.scenes().getFirst().layers());
    }

    @Test
    void putComment_sceneWithoutALayerForIt_addsOneInFront() throws RefusedException {
        perform(new ShowCommand.Preview("product"));
        perform(new ShowCommand.Take(Transition.CUT));

        Layer front = perform(new ShowCommand.PutComment("Ana", "Hello"))
                .program()
                .layers()
                .getLast();

        assertThat(front.content()).isEqualTo(new Content.Comment("Ana", "Hello"));
        assertThat(front.shown()).isTrue();
    }

    @Test
    void onChange_aListenerThrowsAndAnotherGivesCommands_everyoneHearsAllInOrder() throws RefusedException {
        List<Long> heard = new ArrayList<>();
        desk.onChange(_ -> {
            throw new IllegalStateException("broken");
        });
        desk.onChange(state -> {
            if (state.revision() == 1) {
                nested(new ShowCommand.RenameShow("by the listener"));
            }
        });
        Runnable end = desk.onChange(state -> heard.add(state.revision()));

        perform(new ShowCommand.RenameShow("by the host"));
        end.run();
        perform(new ShowCommand.RenameShow("unheard"));

        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    void perform_any_logsWhoDidWhatButNotWhatTheyWrote() throws RefusedException {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(LiveShowDesk.class);
        lines.start();
        log.addAppender(lines);
        try {
            desk.perform(new ShowCommand.PutComment("Secret name", "Secret words"), "Ana\nhost: undo");
            desk.perform(new ShowCommand.Reveal("solo", "name", true), ANA);
            place("name", 0.1, ANA);
            place("name", 0.2, ANA);
            desk.perform(new ShowCommand.Take(Transition.FADE), HOST);
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Ana host: undo: put-comment",
                        "Ana: reveal solo/name, shown",
                        "Ana: replace-layer solo/name",
                        "host: take fade");
    }

    @Test
    void perform_showTooLargeForItsFile_isRefused() throws RefusedException {
        String long500 = "好".repeat(500);
        Layer ticker = Layer.of("ticker", "", new Content.Ticker(Collections.nCopies(50, long500), 6), Placement.FULL);
        int added = 0;
        try {
            while (added < 50) {
                perform(new ShowCommand.AddLayer("solo", ticker.withId("ticker-" + added), 0));
                added++;
            }
        } catch (RefusedException e) {
            assertThat(e).hasMessageContaining("larger than its file may be");
        }
        assertThat(added).isBetween(20, 40);
    }

    @Test
    void close_always_closesTheKeeping() throws RefusedException {
        DeskState state = perform(new ShowCommand.RenameShow("kept"));
        perform(new ShowCommand.Take(Transition.CUT));
        desk.close();

        assertThat(keeping.kept).containsExactly(state.show());
        assertThat(keeping.closed).isTrue();
    }

    private DeskState perform(ShowCommand command) throws RefusedException {
        return desk.perform(command, HOST);
    }

    private void nested(ShowCommand command) {
        try {
            perform(command);
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    private void assertRefused(ShowCommand command, String sentence) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> perform(command))
                .withMessage(sentence);
    }

    private void place(String layerId, double x, String who) throws RefusedException {
        Layer layer = layer(desk.state(), "solo", layerId);
        Layer moved = layer.withPlacement(layer.placement().withBox(new Box(x, 0.5, 0.2, 0.2)));
        desk.perform(new ShowCommand.ReplaceLayer("solo", moved), who);
    }

    @Test
    void undo_moreStepsThanAreKept_goesBackOneByOneToTheOldestKept() throws RefusedException {
        int dropped = 7;
        int all = History.STEPS + dropped;
        for (int i = 1; i <= all; i++) {
            perform(new ShowCommand.RenameShow("step " + i));
        }
        for (int i = all - 1; i >= dropped; i--) {
            assertThat(perform(new ShowCommand.Undo()).show().name()).isEqualTo("step " + i);
        }
        assertThat(desk.state().canUndo()).isFalse();
        for (int i = dropped + 1; i <= all; i++) {
            assertThat(perform(new ShowCommand.Redo()).show().name()).isEqualTo("step " + i);
        }
        assertThat(desk.state().canRedo()).isFalse();
    }

    private static double x(DeskState state, String layerId) {
        return layer(state, "solo", layerId).placement().box().x();
    }

    private static Layer layer(DeskState state, String sceneId, String layerId) {
        return state.show()
                .scene(sceneId)
                .flatMap(scene -> scene.layer(layerId))
                .orElseThrow();
    }

    private static final class FakeKeeping implements ShowKeeping {
        final List<Show> kept = new ArrayList<>();
        boolean closed;

        @Override
        public void keep(Show show) {
            kept.add(show);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
