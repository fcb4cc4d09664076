package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.WindowEvent;
import liveroom.app.settings.Settings;
import liveroom.app.studio.Notice;
import liveroom.app.window.kit.Style;
import liveroom.capture.media.FramePool;
import liveroom.transport.chat.ChatMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real window on a real display, driven by mouse and keyboard, on a studio without devices.
class StudioWindowTest {
    @TempDir
    Path home = Path.of("");

    private final FakeStudio studio = new FakeStudio();
    private final FakeProgram program = new FakeProgram(studio);

    // Opened before each test.
    @SuppressWarnings("NullAway.Init")
    private WindowHarness window;

    @BeforeEach
    void open() {
        program.start();
        window = WindowHarness.open(
                studio, new FakeChoices(), home, new Settings.Look(Settings.Theme.DARK, 1280, 800), "Ana live");
    }

    @AfterEach
    void close() throws InterruptedException {
        program.close();
        window.close();
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void preview_programRuns_moves() {
        window.await(
                "a picture is shown",
                () -> window.find("preview", ImageView.class).getImage() != null);
        int[] before = WindowHarness.onFx(this::row);
        window.await("the picture changes", () -> !Arrays.equals(before, row()));
    }

    private int[] row() {
        Image image = window.find("preview", ImageView.class).getImage();
        int[] row = new int[(int) image.getWidth()];
        for (int x = 0; x < row.length; x++) {
            row[x] = image.getPixelReader().getArgb(x, (int) image.getHeight() / 2);
        }
        return row;
    }

    @Test
    void meter_soundSwells_moves() {
        double before = WindowHarness.onFx(this::peakWidth);
        window.await("the meter rises or falls", () -> Math.abs(peakWidth() - before) > 20);
    }

    private double peakWidth() {
        Region peak = (Region) window.stage().getScene().lookup("." + Style.METER_PEAK);
        return peak.getClip().getBoundsInLocal().getWidth();
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
        choose("video-source", "Studio camera");
        window.await("the camera is asked for", () -> studio.asked().contains("video camera:/dev/video0"));
        choose("audio-source", "Desk microphone");
        window.await("the microphone is asked for", () -> studio.asked().contains("audio mic:desk"));
        assertThat(WindowHarness.onFx(
                        () -> window.find("video-source", MenuButton.class).getText()))
                .isEqualTo("Studio camera");
    }

    private void choose(String picker, String source) {
        window.click(picker);
        window.await(source + " is listed", () -> item(picker, source) != null);
        WindowHarness.onFx(() -> {
            Objects.requireNonNull(item(picker, source)).fire();
            window.find(picker, MenuButton.class).hide();
            return true;
        });
    }

    private @Nullable MenuItem item(String picker, String text) {
        return window.find(picker, MenuButton.class).getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElse(null);
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
    void invite_network_sharesAndShowsTheCodeOnlyWhenRevealed() {
        window.await("the link is there", () -> window.text("link-text").contains("watch"));
        assertThat(WindowHarness.onFx(() -> window.text("link-text"))).doesNotContain("k3y");
        window.click("invite");
        window.press("share-NETWORK");
        WindowHarness.onFx(() -> {
            window.find("share-network", CheckBox.class).fire();
            return true;
        });
        window.await("it is shared", () -> studio.asked().contains("share NETWORK"));
        window.await("both addresses are listed", () -> linkTexts().size() == 2);
        assertThat(WindowHarness.onFx(this::linkTexts))
                .allSatisfy(text -> assertThat(text).doesNotContain("k3y"));
        assertThat(WindowHarness.onFx(() -> window.shows("qr-code"))).isFalse();
        window.press("reveal-link");
        window.await("the code is shown", () -> window.shows("qr-code"));
        assertThat(WindowHarness.onFx(this::linkTexts))
                .allSatisfy(text -> assertThat(text).contains("k3y"));
        window.press("renew-link");
        window.press("confirm");
        window.await("it was renewed", () -> studio.asked().contains("renew"));
    }

    private List<String> linkTexts() {
        return window.find("link-dialog", Region.class).lookupAll("." + Style.LINK_FIELD).stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void invite_publicAddress_isCheckedAndKept() {
        window.click("invite");
        window.press("share-PUBLIC");
        typePublic("http://live.example.org");
        window.await("it is refused", () -> !window.text("public-problem").isEmpty());
        typePublic("https://live.example.org");
        window.await("the link is made", () -> linkTexts().stream().anyMatch(text -> text.contains("live.example")));
        assertThat(window.settings().network().publicUrl()).isEqualTo("https://live.example.org");
    }

    private void typePublic(String address) {
        WindowHarness.onFx(() -> {
            window.find("public-address", TextField.class).setText(address);
            window.find("public-use", Button.class).fire();
            return true;
        });
    }

    @Test
    void settings_wrongThenRight_areKept() {
        window.click("settings");
        fill("settings-PORT", "99999");
        window.press("settings-save");
        assertThat(WindowHarness.onFx(() -> window.shows("settings-dialog"))).isTrue();
        fill("settings-PORT", "9000");
        window.press("settings-save");
        window.await("the form has gone", () -> !window.shows("settings-dialog"));
        assertThat(window.settings().network().port()).isEqualTo(9000);
    }

    private void fill(String field, String text) {
        window.await(field + " is there", () -> window.shows(field));
        WindowHarness.onFx(() -> {
            window.find(field, TextField.class).setText(text);
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
                () -> window.text("sync-viewers").contains("2"));
        WindowHarness.onFx(() -> {
            window.find("side-tabs", TabPane.class).getSelectionModel().select(2);
            return true;
        });
        window.await("the cadence is shown", () -> window.text("figure-fps").contains("30"));
    }
}
