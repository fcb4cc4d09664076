package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import liveroom.app.window.kit.Style;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.Rung;
import liveroom.transport.Vacancy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the host does about a viewer, in the real window, while others come and go.
class AudienceTest extends WindowTest {
    private static final int REMOVE = 1;

    @BeforeEach
    void showViewers() {
        studio.viewers(
                List.of(Viewers.watching("a", 5, 90), Viewers.watching("b", 5, 90), Viewers.watching("c", 5, 90)));
        WindowHarness.onFx(() -> {
            window.find("side-tabs", TabPane.class).getSelectionModel().select(1);
            return true;
        });
        awaitRows("Viewer-a", "Viewer-b", "Viewer-c");
    }

    private void awaitRows(String... names) {
        window.await("the rows are " + List.of(names), () -> rows().equals(List.of(names)));
    }

    private List<String> rows() {
        return window.stage().getScene().getRoot().lookupAll("." + Style.CHAT_AUTHOR).stream()
                .map(node -> ((Labeled) node).getText())
                .sorted()
                .toList();
    }

    @Test
    void roomForMore_machineCarriesNoMoreAtTheTop_tellsWhatEverybodyGets() {
        Rung middle = new Rung(1, new VideoFormat(960, 540), 1200);
        studio.change(now -> Snapshots.withVacancy(now, new Vacancy(12, Optional.of(middle))));
        window.await(
                "what is left, and what limits those who are in",
                () -> window.find("room-for-more", Label.class)
                        .getText()
                        .equals(
                                "Room for 12 more viewers\nEverybody gets 540p at most: this computer carries no more for so many"));
        studio.change(now -> Snapshots.withVacancy(now, new Vacancy(0, Optional.empty())));
        window.await(
                "the room is full",
                () -> window.find("room-for-more", Label.class)
                        .getText()
                        .equals("The room is full: further viewers wait, and come in by themselves"));
    }

    @Test
    void row_viewerOverSeveralConnections_tellsHowMany() {
        studio.viewers(List.of(Viewers.spread("a", 1), Viewers.spread("b", 4)));
        awaitRows("Viewer-a", "Viewer-b");
        window.await(
                "one row tells of four",
                () -> ways().equals(List.of("shared lane · 720p 2,500", "shared ×4 · 720p 2,500")));
    }

    @Test
    void row_lossNotKnown_claimsNone() {
        studio.viewers(List.of(Viewers.watching("a", 5, 50), Viewers.silent("b", 5, 50)));
        awaitRows("Viewer-a", "Viewer-b");
        window.await("only one row tells what is lost", () -> losses().equals(List.of("0.0 % lost")));
    }

    private List<String> losses() {
        return window.stage().getScene().getRoot().lookupAll(".room-viewer").stream()
                .flatMap(row -> row.lookupAll("." + Style.SMALL_TEXT).stream())
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text.contains("lost"))
                .toList();
    }

    private List<String> ways() {
        return window.stage().getScene().getRoot().lookupAll(".room-viewer").stream()
                .flatMap(row -> row.lookupAll("." + Style.SMALL_TEXT).stream())
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text.contains("shared"))
                .sorted()
                .toList();
    }

    @Test
    void row_twoViewers_barsShareOneScale() {
        studio.viewers(List.of(Viewers.watching("a", 5, 50), Viewers.watching("b", 5, 200)));
        awaitRows("Viewer-a", "Viewer-b");
        window.await("the bar of b is four times as long", () -> {
            List<Double> ends = barEnds();
            return ends.size() == 2 && Math.abs(ends.get(1) / ends.get(0) - 4) < 0.2;
        });
    }

    private List<Double> barEnds() {
        return window.stage().getScene().getRoot().lookupAll(".room-latency-bar").stream()
                .filter(Node::isVisible)
                .map(bar -> ((Parent) bar)
                        .getChildrenUnmodifiable().stream()
                                .skip(1)
                                .filter(Node::isVisible)
                                .mapToDouble(part -> part.getBoundsInParent().getMaxX())
                                .max()
                                .orElse(0))
                .filter(end -> end > 0)
                .sorted()
                .toList();
    }

    @Test
    void row_selected_showsAllFiguresOfThatViewerAlone() {
        studio.viewers(List.of(Viewers.spread("a", 1), Viewers.spread("b", 4)));
        awaitRows("Viewer-a", "Viewer-b");
        assertThat(WindowHarness.onFx(this::detailed)).isZero();
        WindowHarness.onFx(() -> {
            window.find("viewers", ListView.class).getSelectionModel().select(1);
            return true;
        });
        window.await("one row tells more", () -> detailed() == 1);
        window.await("its round trip too", () -> window.says("52\u00a0ms"));
    }

    @Test
    void row_selectedAtTheBottom_comesIntoViewWithAllItsFigures() {
        studio.viewers(Viewers.crowd(7));
        ListView<?> list = WindowHarness.onFx(() -> window.find("viewers", ListView.class));
        window.await("they are listed", () -> list.getItems().size() == 7);
        WindowHarness.onFx(() -> {
            list.getSelectionModel().select(5);
            return true;
        });
        window.await("its last figure is seen", () -> {
            double bottom = list.localToScene(list.getLayoutBounds()).getMaxY();
            return list.lookupAll(".room-viewer-details").stream()
                    .filter(details -> details.isVisible() && details.getScene() != null)
                    .anyMatch(details ->
                            details.localToScene(details.getLayoutBounds()).getMaxY() <= bottom);
        });
    }

    private long detailed() {
        return window.stage().getScene().getRoot().lookupAll(".room-viewer-details").stream()
                .filter(Node::isVisible)
                .filter(details -> details.getParent().getParent() != null)
                .count();
    }

    @Test
    void row_partsOfLatency_areSaidToo() {
        studio.viewers(List.of(Viewers.watching("a", 5, 90)));
        window.await(
                "the bar is described",
                () -> window.stage().getScene().getRoot().lookupAll(".room-latency-bar").stream()
                        .anyMatch(bar -> String.valueOf(bar.getAccessibleText())
                                .matches("Latency 90.ms: Capture .*Compose .*Network .*Render .*")));
    }

    private void leaveBehindA() {
        studio.viewers(List.of(Viewers.watching("b", 5, 90), Viewers.watching("c", 5, 90)));
        awaitRows("Viewer-b", "Viewer-c");
    }

    @Test
    void remove_rowsMovedWhileItsMenuWasOpen_removesWhomTheMenuWasOpenedFor() {
        MenuButton menu = WindowHarness.onFx(() -> {
            MenuButton ofB = window.stage().getScene().getRoot().lookupAll(".room-row-menu").stream()
                    .filter(AudienceTest::isOfB)
                    .map(MenuButton.class::cast)
                    .findFirst()
                    .orElseThrow();
            ofB.show();
            return ofB;
        });
        leaveBehindA();
        WindowHarness.onFx(() -> {
            menu.getItems().get(REMOVE).fire();
            menu.hide();
            return true;
        });
        assertThat(studio.asked()).containsExactly("remove b");
    }

    @Test
    void shortcut_viewers_givesTheListTheKeyboard() {
        window.click("air");
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.await("the list has the keyboard", () -> {
            Node owner = window.stage().getScene().getFocusOwner();
            return owner != null && "viewers".equals(owner.getId());
        });
    }

    private static boolean isOfB(Node node) {
        return String.valueOf(node.getAccessibleText()).contains("Viewer-b");
    }

    @Test
    void remove_selectedAndOthersLeft_removesWhoWasSelected() {
        ListView<?> list = WindowHarness.onFx(() -> window.find("viewers", ListView.class));
        WindowHarness.onFx(() -> {
            list.getSelectionModel().select(1);
            return true;
        });
        leaveBehindA();
        WindowHarness.onFx(() -> {
            ContextMenu menu = list.getContextMenu();
            menu.show(window.stage(), 10, 10);
            menu.getItems().get(REMOVE).fire();
            menu.hide();
            return true;
        });
        assertThat(studio.asked()).containsExactly("remove b");
    }
}
