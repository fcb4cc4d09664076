package liveroom.app.window;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import liveroom.app.settings.Settings;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.figures.FiguresModel;
import liveroom.app.window.figures.FiguresView;
import liveroom.app.window.figures.HistoryModel;
import liveroom.app.window.kit.Style;
import liveroom.transport.ViewerSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Photographs of what the host sees of few and of many viewers, in every size of window:
/// `-Dliveroom.screenshots=DIRECTORY`.
@EnabledIfSystemProperty(named = "liveroom.screenshots", matches = ".+")
class ViewerPicturesTest extends PictureTest {
    private static final int VIEWERS = 1;
    private static final int FIGURES = 2;
    private static final int MINUTES = 7;

    private final FakeStudio studio = new FakeStudio();

    @Test
    void viewersAndFigures_everySizeAndTheme() throws Exception {
        studio.change(now -> Snapshots.withFigures(
                now,
                now.program(),
                new StudioSnapshot.EncodeFigures(
                        OptionalDouble.of(6.2),
                        OptionalDouble.of(9.1),
                        2480,
                        96,
                        now.encode().rungs()),
                "libx264 (software)"));
        try (FakeProgram program = new FakeProgram(studio)) {
            program.start();
            for (Settings.Theme theme : Settings.Theme.values()) {
                inSize(theme, 960, 600);
                inSize(theme, 1280, 800);
                inSize(theme, 1920, 1080);
            }
        }
    }

    private void inSize(Settings.Theme theme, int width, int height) throws Exception {
        studio.viewers(List.of());
        try (WindowHarness window = WindowHarness.open(
                studio, new FakeDevices(), home, new Settings.Look(theme, width, height), "Ana’s Friday live room")) {
            for (int count : new int[] {0, 1, 7, 100}) {
                studio.viewers(Viewers.crowd(count));
                String name = theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + "-" + count;
                show(window, VIEWERS, -1);
                window.await(
                        "they are listed",
                        () -> window.find("viewers", ListView.class).getItems().size() == count);
                show(window, VIEWERS, count == 7 ? (theme == Settings.Theme.DARK ? 6 : 2) : -1);
                shoot(window, name + "-viewers");
                if (width < 1920 && count != 100) {
                    show(window, FIGURES, -1);
                    shoot(window, name + "-figures");
                }
            }
        }
    }

    private static void show(WindowHarness window, int tab, int selected) {
        WindowHarness.onFx(() -> {
            if (window.shows("side-tabs")) {
                window.find("side-tabs", TabPane.class).getSelectionModel().select(tab);
            }
            if (window.shows("viewers")) {
                window.find("viewers", ListView.class).getSelectionModel().clearAndSelect(selected);
            }
            return true;
        });
    }

    @Test
    void figures_afterSevenMinutes() throws Exception {
        WindowHarness.startPlatform();
        for (Settings.Theme theme : Settings.Theme.values()) {
            for (int width : new int[] {304, 376}) {
                String name = "chart-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
                ImageIO.write(
                        WindowHarness.onFx(() -> figures(theme, width)),
                        "png",
                        file(name).toFile());
            }
        }
    }

    private static BufferedImage figures(Settings.Theme theme, int width) {
        HistoryModel history = new HistoryModel();
        FiguresModel figures = new FiguresModel();
        FiguresView view = new FiguresView(figures, history);
        StackPane root = new StackPane(view);
        root.getStyleClass().addAll(Style.WINDOW, Style.CARD);
        Scene scene = new Scene(root, width, 760);
        new Appearance(scene, new FakeKits(_ -> {}).fonts().folder()).show(theme);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        for (int second = 0; second < MINUTES * 60; second++) {
            var snapshot = Snapshots.withViewers(FakeStudio.quiet(), at(second));
            history.read(snapshot, TimeUnit.SECONDS.toNanos(second));
            figures.read(snapshot);
        }
        root.applyCss();
        root.layout();
        history.read(Snapshots.withViewers(FakeStudio.quiet(), at(MINUTES * 60)), TimeUnit.SECONDS.toNanos(421));
        BufferedImage picture = WindowHarness.copy(scene.snapshot(null));
        stage.close();
        return picture;
    }

    /// A calm show with a minute on which nobody watches, and a viewer whose network is bad for a while.
    private static List<ViewerSnapshot> at(int second) {
        if (second > 200 && second < 240) {
            return List.of();
        }
        double bad = second > 300 && second < 340 ? 1 : 0;
        return List.of(
                Viewers.watching("a", 4 + 3 * Math.sin(second / 9.0), 84 + 4 * Math.sin(second / 5.0)),
                Viewers.watching("b", -6 + 2 * Math.sin(second / 4.0), 90 + 3 * Math.sin(second / 7.0)),
                Viewers.watching(
                        "c", 16 + 4 * Math.sin(second / 3.0) + 60 * bad, 140 + 9 * Math.sin(second / 2.0) + 170 * bad));
    }
}
