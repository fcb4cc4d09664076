package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;

/// The last five minutes, and the panels beside them, in the real window.
class ChartTest extends WindowTest {
    private static final int CHAT = 0;
    private static final int FIGURES = 2;

    private void select(int tab) {
        WindowHarness.onFx(() -> {
            window.find("side-tabs", TabPane.class).getSelectionModel().select(tab);
            return true;
        });
    }

    private boolean isDrawn() {
        return window.stage().getScene().getRoot().lookupAll(".chart-median").stream()
                .allMatch(path -> !((Path) path).getElements().isEmpty());
    }

    @Test
    void chart_firstViewer_beginsAndSaysWhatItShows() {
        select(FIGURES);
        window.await("it is empty", () -> window.shows("chart-empty"));
        studio.viewers(List.of(Viewers.watching("a", 75, 90), Viewers.watching("b", 3, 70)));
        window.await("both plots are drawn", () -> !window.shows("chart-empty") && isDrawn());
        window.await(
                "it is said",
                () -> String.valueOf(window.find("chart", Node.class).getAccessibleText())
                        .matches(".*skew now .75.ms at worst, .39.ms in the median.*"));
    }

    @Test
    void chart_behindAnotherTab_isDrawnWhenItIsSeen() {
        select(CHAT);
        studio.viewers(List.of(Viewers.watching("a", 75, 90)));
        window.await("there is something to show", () -> !window.shows("chart-empty"));
        assertThat(WindowHarness.onFx(this::isDrawn)).isFalse();
        select(FIGURES);
        window.await("it is drawn", this::isDrawn);
    }

    @Test
    void wideWindow_allPanels_haveRoomForWhatTheyHold() {
        studio.viewers(Viewers.crowd(20));
        window.resize(1900, 1000);
        window.await("the list ends above what is under it", () -> {
            Bounds list = inScene("viewers");
            Bounds more = inScene("room-for-more");
            Bounds chart = inScene("chart");
            return list.getHeight() > 150 && list.getMaxY() <= more.getMinY() + 1 && chart.getMinX() > list.getMaxX();
        });
    }

    private Bounds inScene(String id) {
        Node node = window.find(id, Node.class);
        return node.localToScene(node.getBoundsInLocal());
    }
}
