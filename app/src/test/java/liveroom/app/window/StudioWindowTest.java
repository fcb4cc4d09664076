package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import liveroom.app.settings.Settings;
import liveroom.app.studio.Notice;
import liveroom.app.studio.StudioSnapshot.Input;
import liveroom.app.window.kit.Style;
import liveroom.capture.CaptureException;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import liveroom.transport.chat.ChatMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real window on a real display, driven by mouse and keyboard, on a studio without devices.
class StudioWindowTest extends WindowTest {
    @Test
    void preview_programRuns_moves() {
        window.await("a picture is shown", window::showsPicture);
        int[] before = WindowHarness.onFx(window::previewRow);
        window.await("the picture changes", () -> !Arrays.equals(before, window.previewRow()));
    }

    @Test
    void meter_soundSwells_moves() {
        double before = WindowHarness.onFx(window::peakWidth);
        window.await("the meter rises or falls", () -> Math.abs(window.peakWidth() - before) > 20);
    }

    @Test
    void goLive_pressedTwice_goesOnAirAndEnds() {
        window.click("go-live");
        window.await("on air", () -> window.text("air").startsWith("ON AIR"));
        assertThat(studio.asked()).containsExactly("live");
        assertThat(WindowHarness.onFx(() -> window.stage().getTitle())).contains("ON AIR");
        window.click("go-live");
        window.await("off air", () -> window.text("air").equals("OFF AIR"));
        assertThat(studio.asked()).containsExactly("live", "end");
    }

    @Test
    void end_viewersWatch_asksFirst() {
        studio.goLive();
        studio.viewers(List.of(Viewers.watching("a", 5, 90)));
        window.await("a viewer is counted", () -> window.text("audience").equals("1"));
        window.await("on air", () -> window.text("air").startsWith("ON AIR"));
        window.click("go-live");
        window.click("refuse");
        assertThat(studio.asked()).containsExactly("live");
        window.click("go-live");
        window.click("confirm");
        window.await("off air", () -> window.text("air").equals("OFF AIR"));
        assertThat(studio.asked()).containsExactly("live", "end");
    }

    @Test
    void sources_menuOpened_listsDevicesAndSelects() {
        window.choose("video-source", "Studio camera");
        window.await("the camera is asked for", () -> studio.asked().contains("video camera:/dev/video0"));
        window.choose("audio-source", "Desk microphone");
        window.await("the microphone is asked for", () -> studio.asked().contains("audio mic:desk"));
        assertThat(WindowHarness.onFx(
                        () -> window.find("video-source", MenuButton.class).getText()))
                .isEqualTo("Studio camera");
    }

    @Test
    void sources_failsAndHeals_tooltipSaysWhyAndThenItsName() {
        Input camera = new Input(new SourceSpec.Camera(""), new SourceStatus.Running());
        studio.change(now -> Snapshots.withVideo(
                now,
                new Input(camera.spec(), new SourceStatus.Failed(CaptureException.Code.BUSY, "device or resource"))));
        window.await("the tooltip says why", () -> tooltip("video-source").contains("another program"));
        assertThat(WindowHarness.onFx(() -> tooltip("video-source"))).contains("device or resource");
        studio.change(now -> Snapshots.withVideo(now, camera));
        window.await(
                "the tooltip is the name again", () -> tooltip("video-source").equals("Picture: Default camera"));
    }

    private String tooltip(String id) {
        return window.find(id, Control.class).getTooltip().getText();
    }

    @Test
    void figures_encoderRunsAndRests_tooltipIsNotOfTheTimeBefore() {
        studio.change(
                now -> Snapshots.withFigures(now, now.program(), now.encode(), "libx264 (h264_nvenc: no device)"));
        WindowHarness.onFx(() -> {
            window.find("side-tabs", TabPane.class).getSelectionModel().select(2);
            return true;
        });
        window.await(
                "the reasons are told",
                () -> window.shows("figure-encoder")
                        && tooltip("figure-encoder").contains("no device"));
        studio.change(now -> Snapshots.withFigures(now, now.program(), now.encode(), ""));
        window.await("they are gone", () -> !tooltip("figure-encoder").contains("no device"));
    }

    @Test
    void chat_bothWays_isShownAndSent() {
        window.click("chat-field");
        window.robot().write("Hello all");
        window.robot().type(KeyCode.ENTER);
        window.await("it was said", () -> studio.asked().contains("say Hello all"));
        studio.receive(new ChatMessage(
                90, Instant.now(), new ChatMessage.Author.Viewer("7f3a"), "Ben", "<b>Hi</b> {0} & _you"));
        window.await(
                "the answer is shown as it is", () -> texts(Style.CHAT_TEXT).contains("<b>Hi</b> {0} & _you"));
    }

    private List<String> texts(String style) {
        return window.stage().getScene().getRoot().lookupAll("." + style).stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void record_pressedTwice_recordsAndStops() {
        window.click("record");
        window.await("the file is named", () -> window.text("recording-details").contains(".mkv"));
        window.click("record");
        window.await("it has stopped", () -> studio.asked().contains("stop recording"));
        window.await("the button says Record again", () -> window.text("record").equals("_Record"));
    }

    @Test
    void keyboard_shortcuts_reachTheStudio() {
        WindowHarness.onFx(() -> {
            window.stage().requestFocus();
            return true;
        });
        window.click("air");
        window.robot().push(KeyCode.CONTROL, KeyCode.M);
        window.await("muted", () -> studio.asked().contains("muting MUTED"));
        window.robot().push(KeyCode.CONTROL, KeyCode.L);
        window.await("live", () -> studio.asked().contains("live"));
        window.robot().push(KeyCode.F1);
        window.await("the keys are listed", () -> window.shows("shortcuts-dialog"));
        window.robot().push(KeyCode.ESCAPE);
        window.await("the list has gone", () -> !window.shows("shortcuts-dialog"));
    }

    @Test
    void gain_movedAndDoubleClicked_isSetAndReset() {
        WindowHarness.onFx(() -> {
            window.find("gain", Slider.class).setValue(-20);
            return true;
        });
        assertThat(studio.asked()).contains("gain -20");
        window.robot().doubleClickOn("#gain");
        window.await("back at zero", () -> studio.asked().getLast().equals("gain 0"));
    }

    @Test
    void close_onAir_asksFirst() {
        studio.goLive();
        window.await("on air", () -> window.text("air").startsWith("ON AIR"));
        requestClose();
        window.click("refuse");
        assertThat(window.closed()).isFalse();
        requestClose();
        window.click("confirm");
        window.await("closed", window::closed);
    }

    @Test
    void close_askedTwice_asksOnce() {
        studio.goLive();
        window.await("on air", () -> window.text("air").startsWith("ON AIR"));
        requestClose();
        requestClose();
        assertThat(WindowHarness.onFx(() -> window.stage()
                        .getScene()
                        .getRoot()
                        .lookupAll("#confirm")
                        .size()))
                .isOne();
    }

    @Test
    void close_offAir_closesAtOnceAndKeepsTheSize() {
        requestClose();
        window.await("closed", window::closed);
        assertThat(window.settings().look()).isEqualTo(new Settings.Look(Settings.Theme.DARK, 1280, 800));
    }

    private void requestClose() {
        WindowHarness.onFx(() -> {
            WindowEvent event = new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
            window.stage().fireEvent(event);
            return true;
        });
    }

    @Test
    void notice_posted_isShownUntilDismissed() {
        studio.notice(new Notice(
                Instant.now(),
                Notice.Severity.WARNING,
                Notice.Subject.ENCODER,
                "The encoder is slow. Close programs."));
        window.await("it is shown", () -> lookup("." + Style.NOTICE) != null);
        WindowHarness.onFx(() -> {
            Node card = Objects.requireNonNull(lookup("." + Style.NOTICE));
            ((ButtonBase) card.lookup("." + Style.ICON_BUTTON)).fire();
            return true;
        });
        window.await("it has gone", () -> lookup("." + Style.NOTICE) == null);
    }

    @ParameterizedTest
    @CsvSource({"960, 600", "1280, 800"})
    void notices_several_coverNoPictureAndAreCounted(int width, int height) {
        window.resize(width, height);
        for (Notice.Subject subject : Notice.Subject.values()) {
            studio.notice(new Notice(Instant.now(), Notice.Severity.WARNING, subject, "What it is. What to do."));
        }
        studio.notice(new Notice(Instant.now(), Notice.Severity.ERROR, Notice.Subject.ENCODER, "The gravest."));
        studio.notice(new Notice(Instant.now(), Notice.Severity.INFO, Notice.Subject.ROOM, "The newest."));
        window.await("the gravest is shown", () -> window.says("The gravest."));
        window.await("the others are counted", () -> window.text("more-notices").startsWith("and "));
        assertThat(WindowHarness.onFx(() -> notCovered("preview", "next-picture")))
                .isTrue();
    }

    private boolean notCovered(String... pictures) {
        Bounds notices = onScreen("notices");
        return Stream.of(pictures).map(this::onScreen).noneMatch(notices::intersects);
    }

    private Bounds onScreen(String id) {
        Node node = window.find(id, Node.class);
        return node.localToScreen(node.getLayoutBounds());
    }

    @Test
    void notice_anotherComes_keyboardStaysOnTheFirst() {
        studio.notice(new Notice(Instant.now(), Notice.Severity.WARNING, Notice.Subject.ENCODER, "The encoder."));
        window.await("it is shown", () -> lookup("." + Style.NOTICE) != null);
        Node dismiss = WindowHarness.onFx(() -> {
            Node button = Objects.requireNonNull(lookup("." + Style.NOTICE)).lookup("." + Style.ICON_BUTTON);
            button.requestFocus();
            return button;
        });
        studio.notice(new Notice(Instant.now(), Notice.Severity.WARNING, Notice.Subject.NETWORK, "The network."));
        window.await(
                "both are shown",
                () -> window.stage()
                                .getScene()
                                .getRoot()
                                .lookupAll("." + Style.NOTICE)
                                .size()
                        == 2);
        assertThat(WindowHarness.onFx(() -> window.stage().getScene().getFocusOwner()))
                .isSameAs(dismiss);
    }

    private @Nullable Node lookup(String selector) {
        return window.stage().getScene().lookup(selector);
    }

    @Test
    void theme_switched_isLightAndKept() {
        window.click("theme");
        window.await("light", () -> window.settings().look().theme() == Settings.Theme.LIGHT);
        assertThat(WindowHarness.onFx(
                        () -> List.copyOf(window.stage().getScene().getStylesheets())))
                .anyMatch(sheet -> sheet.contains("meaning-light"));
    }

    @Test
    void syncScale_moreViewersThanPixels_hasATickForEachThatMeasures() {
        studio.viewers(Viewers.crowd(300));
        window.await(
                "the one that has not measured is the only one without a tick",
                () -> window.stage().getScene().getRoot().lookupAll("." + Style.METER_VIEWER).stream()
                                .filter(Node::isVisible)
                                .count()
                        == 299);
    }

    @Test
    void tabs_viewersAndStats_showThem() {
        studio.viewers(List.of(Viewers.watching("a", 75, 90), Viewers.watching("b", 3, 70)));
        WindowHarness.onFx(() -> {
            window.find("side-tabs", TabPane.class).getSelectionModel().select(1);
            return true;
        });
        window.await(
                "both viewers are listed", () -> texts(Style.CHAT_AUTHOR).containsAll(List.of("Viewer-a", "Viewer-b")));
        window.await(
                "the sync meter tells of them",
                () -> window.text("sync-viewers").contains("2")
                        && window.text("sync-worst").startsWith("+75"));
        assertThat(WindowHarness.onFx(() -> window.text("sync-verdict"))).isEqualTo("within ITU-R BT.1359");
        window.press("sync-verdict");
        window.await("the cadence is shown", () -> window.text("figure-fps").contains("30"));
        window.await(
                "the figures tell which viewer",
                () -> window.text("figure-worst").startsWith("Viewer-a"));
    }
}
