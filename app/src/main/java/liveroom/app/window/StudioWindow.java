package liveroom.app.window;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import liveroom.app.settings.Settings;
import liveroom.app.studio.Studio;
import liveroom.app.window.hotkey.Hotkeys;
import liveroom.app.window.hotkey.KeysDialog;
import liveroom.app.window.kit.Confirmation;
import liveroom.app.window.kit.FxThread;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Pulse;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Toast;
import liveroom.app.window.kit.Words;
import liveroom.app.window.preview.PreviewFeed;
import liveroom.app.window.preview.PreviewPane;
import liveroom.app.window.settings.SettingsDialog;
import liveroom.app.window.share.LinkCopier;
import liveroom.app.window.share.LinkDialog;
import liveroom.app.window.show.ShowModel;
import org.jspecify.annotations.Nullable;

/// The studio window: puts the models on the pulse, the views on the stage, and closes in order.
///
/// Confined to the JavaFX thread.
public final class StudioWindow {
    private static final int LINK_TICKS = 8;

    private final WindowParts parts;
    private final Stage stage;
    private final Runnable closed;
    private final Models models;
    private final Pulse pulse;
    private final PreviewFeed feed = new PreviewFeed();
    private final PreviewPane preview = new PreviewPane(feed);
    private final SceneDesk scenes;
    private final Overlay overlay = new Overlay();
    private final Toast toast = new Toast();
    private final LinkCopier copier = new LinkCopier(toast::say);
    private final Appearance appearance;
    private final WindowLayout layout;
    private int linkTicks;
    private @Nullable Region closeQuestion;

    /// Builds the window; [#show()] opens it.
    ///
    /// @param closed called once, when the window has gone
    public StudioWindow(WindowParts parts, Stage stage, Runnable closed) {
        this.parts = parts;
        this.stage = stage;
        this.closed = closed;
        models = Models.of(parts, toast::say);
        pulse = new Pulse(parts.studio()::snapshot);
        scenes = new SceneDesk(parts, models, preview, stage, overlay);
        layout = new WindowLayout(parts, models, scenes, stage, actions());
        StackPane root = new StackPane(layout, toast, overlay);
        root.getStyleClass().add(Style.WINDOW);
        Settings.Look look = parts.settings().current().look();
        Scene scene = new Scene(root, look.windowWidth(), look.windowHeight());
        appearance = new Appearance(scene, parts.studio().kits().fonts().folder());
        appearance.show(look.theme());
        Shortcuts shortcuts = new Shortcuts(models, actions(), layout);
        new Hotkeys(models.scenes().hotkeys()).install(scene, shortcuts::run);
        stage.setScene(scene);
        stage.setMinWidth(WindowLayout.MIN_WIDTH);
        stage.setMinHeight(WindowLayout.MIN_HEIGHT);
        stage.setOnCloseRequest(this::askClose);
        stage.setOnHidden(_ -> close());
        wire();
    }

    /// Shows the window.
    public void show() {
        Studio studio = parts.studio();
        feed.start();
        studio.addPreview(feed);
        pulse.start();
        stage.show();
    }

    private void wire() {
        Studio studio = parts.studio();
        pulse.eachSnapshot((snapshot, nowNanos) -> {
            models.show().read(snapshot);
            models.recording().read(snapshot);
            models.video().read(snapshot.video());
            models.audio().read(snapshot.audio());
            models.sound().read(snapshot, nowNanos);
            preview.format(snapshot.program().format());
            scenes.format(snapshot.program().format());
            layout.showMeters();
        });
        pulse.eachHalfSecond((snapshot, nowNanos) -> {
            models.sync().read(snapshot);
            models.audience().read(snapshot);
            models.chat().readViewers(snapshot.viewers());
            models.figures().read(snapshot);
            models.history().read(snapshot, nowNanos);
            readLinks();
        });
        pulse.eachHalfSecond(scenes::lookAtScenes);
        pulse.eachFrame(preview::pulse);
        pulse.eachFrame(scenes::pulse);
        Runnable changed = FxThread.coalescing(() -> {
            models.chat().read(studio.chat());
            models.notices().read(studio.notices());
        });
        studio.onChange(_ -> changed.run());
        changed.run();
        models.show().onAir().subscribe(onAir -> {
            preview.onAir(onAir);
            stage.setTitle(Words.of(onAir ? "window.title.onAir" : "window.title", studio.title()));
        });
        stage.iconifiedProperty().subscribe(iconified -> {
            PreviewFeed.Display display = iconified ? PreviewFeed.Display.HIDDEN : PreviewFeed.Display.SHOWN;
            feed.display(display);
            scenes.display(display);
        });
    }

    /// Links change when the host shares, seldom else.
    private void readLinks() {
        if (overlay.isOpen() || linkTicks++ % LINK_TICKS == 0) {
            models.links().read();
        }
    }

    private Actions actions() {
        return new Actions(
                this::pressShow,
                () -> LinkDialog.open(models.links(), models.scenes().producer(), overlay, copier),
                () -> models.links().best().ifPresent(copier::copy),
                () -> SettingsDialog.open(
                        parts.settings(),
                        overlay,
                        stage,
                        toast::say,
                        new SettingsDialog.Following(this::showKeys, this::showTheme)),
                this::showKeys,
                this::switchTheme,
                overlay,
                copier);
    }

    private void pressShow() {
        if (!overlay.isOpen() && models.show().press() == ShowModel.Answer.ASK_FIRST) {
            Confirmation.ask(
                    overlay,
                    "show.end.ask",
                    models.show()::end,
                    models.show().audience().get());
        }
    }

    private void switchTheme() {
        Settings.Theme theme = appearance.theme() == Settings.Theme.DARK ? Settings.Theme.LIGHT : Settings.Theme.DARK;
        parts.settings().change(settings -> settings.withLook(settings.look().withTheme(theme)));
        showTheme();
    }

    private void showKeys() {
        KeysDialog.open(models.scenes().hotkeys(), overlay);
    }

    private void showTheme() {
        appearance.show(parts.settings().current().look().theme());
    }

    private void askClose(WindowEvent event) {
        boolean recording = models.recording().state().get() instanceof liveroom.app.studio.RecordingState.Running;
        boolean onAir = models.show().onAir().get();
        if (!onAir && !recording) {
            return;
        }
        event.consume();
        if (closeQuestion == null || closeQuestion.getParent() == null) {
            closeQuestion =
                    Confirmation.ask(overlay, onAir ? "window.close.onAir" : "window.close.recording", stage::close);
        }
    }

    private void close() {
        pulse.stop();
        parts.studio().removePreview(feed);
        feed.close();
        scenes.close();
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            int width = (int) stage.getScene().getWidth();
            int height = (int) stage.getScene().getHeight();
            parts.settings()
                    .change(settings -> settings.withLook(settings.look().withWindow(width, height)));
        }
        closed.run();
    }

    /// What the parts of the window may ask of the whole.
    ///
    /// @param pressShow goes live or ends, asking first where viewers would notice
    record Actions(
            Runnable pressShow,
            Runnable invite,
            Runnable copyLink,
            Runnable settings,
            Runnable shortcuts,
            Runnable switchTheme,
            Overlay overlay,
            LinkCopier copier) {}
}
