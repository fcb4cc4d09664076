package liveroom.app.window;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import liveroom.app.settings.Settings.StudioMode;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.brand.BrandMenu;
import liveroom.app.window.brand.FileDialogs;
import liveroom.app.window.inspect.InspectorView;
import liveroom.app.window.inspect.Pickers;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.FxThread;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.kit.Words;
import liveroom.app.window.preview.PreviewFeed;
import liveroom.app.window.preview.PreviewPane;
import liveroom.app.window.scene.ArrangeBar;
import liveroom.app.window.scene.HandsOnView;
import liveroom.app.window.scene.LayersView;
import liveroom.app.window.scene.NextPicture;
import liveroom.app.window.scene.SceneStrip;
import liveroom.app.window.scene.StageArea;
import liveroom.app.window.scene.TransitionButtons;
import liveroom.app.window.show.OnAirBadge;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.show.DeskState;
import org.jspecify.annotations.Nullable;

/// The middle of the window: what is on air, what comes next, and what they are made of. Follows the
/// studio's desk until it is closed.
///
/// Confined to the JavaFX thread.
final class SceneDesk implements AutoCloseable {
    private final SceneModels models;
    private final NextPicture next;
    private final Label programCaption = Controls.label("", "room-caption");
    private final Label nextCaption = Controls.label("", "room-caption");
    private final StageArea area;
    private final Runnable deaf;
    private PreviewFeed.Display display = PreviewFeed.Display.SHOWN;

    SceneDesk(WindowParts parts, Models all, PreviewPane program, Stage stage, Overlay overlay) {
        models = all.scenes();
        Supplier<@Nullable Path> files = () -> parts.files().apply(stage);
        programCaption.setId("program-caption");
        nextCaption.setId("next-caption");
        next = new NextPicture(parts.studio());
        area = new StageArea(new StageArea.Parts(
                programCaption,
                nextCaption,
                programPlace(all, program),
                new TransitionButtons(models.desk(), models.hotkeys()),
                place(next.pane()),
                new ArrangeBar(models.hands()),
                new SceneStrip(
                        new SceneStrip.Models(models.scenes(), models.desk(), models.stills(), models.hotkeys()),
                        new BrandMenu(
                                models.brand(),
                                models.desk(),
                                new FileDialogs(files, name -> parts.newFiles().apply(stage, name)),
                                overlay),
                        overlay),
                work(parts, files, overlay)));
        next.pane().lay(new HandsOnView(models.hands(), models.layers()));
        models.scenes().mode().subscribe(mode -> {
            area.show(mode);
            next.show(mode);
            program.requestLayout();
        });
        all.show().onAir().subscribe(onAir -> caption(models.desk().now(), onAir));
        models.desk()
                .state()
                .subscribe(state -> caption(state, all.show().onAir().get()));
        Runnable changed = FxThread.coalescing(models.desk()::read);
        deaf = parts.studio().desk().onChange(_ -> changed.run());
        models.desk().read();
    }

    private static StackPane programPlace(Models all, PreviewPane program) {
        OnAirBadge badge = new OnAirBadge(all.show());
        StackPane.setAlignment(badge, Pos.TOP_LEFT);
        program.lay(badge);
        return place(program);
    }

    private static StackPane place(PreviewPane picture) {
        StackPane place = new StackPane(picture);
        place.getStyleClass().add("room-preview-place");
        return place;
    }

    private HBox work(WindowParts parts, Supplier<@Nullable Path> files, Overlay overlay) {
        Pickers pickers = new Pickers(parts.devices(), files, Threads.ofWindow(), models.brand()::kit);
        LayersView layers = new LayersView(models.layers(), models.desk(), overlay);
        InspectorView inspector = new InspectorView(models.inspector(), models.desk(), models.hands(), pickers);
        layers.getStyleClass().add(Style.CARD);
        inspector.getStyleClass().add(Style.CARD);
        layers.setMinWidth(216);
        layers.setPrefWidth(264);
        inspector.setMinWidth(0);
        inspector.setPrefWidth(300);
        HBox.setHgrow(inspector, Priority.ALWAYS);
        HBox work = new HBox(layers, inspector);
        work.getStyleClass().add("room-work");
        return work;
    }

    private void caption(DeskState state, boolean onAir) {
        programCaption.setText(Words.of(
                onAir ? "scene.caption.onAir" : "scene.caption.program",
                state.program().name()));
        nextCaption.setText(Words.of("scene.caption.next", state.preview().name()));
    }

    StageArea area() {
        return area;
    }

    /// The shape of the program's picture, which the next scene has too.
    void format(VideoFormat format) {
        next.pane().format(format);
        models.hands().format(format);
        models.inspector().format(format);
    }

    /// Shows the newest picture of the next scene. Once a pulse.
    void pulse(long nowNanos) {
        if (models.scenes().mode().get() == StudioMode.OPEN) {
            next.pane().pulse(nowNanos);
        }
    }

    /// Has stills of the scenes made, as far as somebody can see them. Now and then.
    void lookAtScenes(StudioSnapshot snapshot, long nowNanos) {
        if (display == PreviewFeed.Display.SHOWN) {
            models.stills().look(snapshot.video(), nowNanos);
        }
    }

    /// Whether the window can be seen at all.
    void display(PreviewFeed.Display newDisplay) {
        display = newDisplay;
        next.display(newDisplay);
    }

    @Override
    public void close() {
        deaf.run();
        next.close();
    }
}
