package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import liveroom.transport.chat.ChatMessage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Every control of the window: in its place, named, and to be reached without a mouse.
class ControlsTest extends WindowTest {
    @Test
    void controls_everySize_areInsideTheWindowAndNamed() {
        for (int[] size : new int[][] {{960, 600}, {1280, 720}, {1440, 900}, {1900, 1000}}) {
            window.resize(size[0], size[1]);
            WindowHarness.onFx(() -> {
                checkControls(11);
                return true;
            });
        }
    }

    @Test
    void controls_everyTabAndDialog_areInsideTheWindowAndNamed() {
        studio.goLive();
        studio.viewers(List.of(Viewers.watching("a", 5, 90)));
        for (int tab = 0; tab < 3; tab++) {
            int index = tab;
            WindowHarness.onFx(() -> {
                window.find("side-tabs", TabPane.class).getSelectionModel().select(index);
                return true;
            });
            check();
        }
        for (String dialog : List.of("invite", "settings", "shortcuts")) {
            window.press(dialog);
            check();
            window.robot().push(KeyCode.ESCAPE);
        }
    }

    @Test
    void tabs_smallestWindowAndManyViewersAndWords_areAllWholeWithTheirCounts() {
        window.resize(960, 600);
        WindowHarness.onFx(() -> {
            window.find("side-tabs", TabPane.class).getSelectionModel().select(3);
            return true;
        });
        studio.viewers(IntStream.range(0, 120)
                .mapToObj(number -> Viewers.watching("v" + number, 5, 90))
                .toList());
        for (int i = 0; i < 100; i++) {
            studio.receive(new ChatMessage(i + 1, Instant.now(), new ChatMessage.Author.Viewer("v1"), "Ben", "Hello"));
        }
        window.await("both are counted", () -> countsOfTabs() == 2);
        window.await("all are whole", this::tabsAreWhole);
    }

    private boolean tabsAreWhole() {
        Node header = window.find("side-tabs", TabPane.class).lookup(".tab-header-area");
        Bounds whole = header.localToScene(header.getLayoutBounds());
        Set<Node> labels = header.lookupAll(".tab-label");
        return labels.size() == 4
                && labels.stream()
                        .allMatch(label -> whole.contains(label.localToScene(label.getLayoutBounds()))
                                && label.getLayoutBounds().getWidth() > label.prefWidth(-1) - 1);
    }

    private long countsOfTabs() {
        return window.find("side-tabs", TabPane.class).getTabs().stream()
                .filter(tab -> tab.getGraphic() instanceof Labeled count
                        && count.getText().equals("99+"))
                .count();
    }

    private void check() {
        WaitForAsyncUtils.waitForFxEvents();
        WindowHarness.onFx(() -> {
            checkControls(8);
            return true;
        });
    }

    @Test
    void tab_fromTheTitleOn_reachesEverythingAndComesRound() {
        WindowHarness.onFx(() -> {
            window.find("go-live", ButtonBase.class).requestFocus();
            return true;
        });
        Set<String> reached = new LinkedHashSet<>();
        boolean round = false;
        for (int i = 0; i < 90 && !round; i++) {
            window.robot().push(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            String id = WindowHarness.onFx(() ->
                    String.valueOf(window.stage().getScene().getFocusOwner().getId()));
            round = id.equals("go-live");
            reached.add(id);
        }
        assertThat(round).as("comes round").isTrue();
        assertThat(reached)
                .contains(
                        "record",
                        "invite",
                        "video-source",
                        "audio-source",
                        "gain",
                        "mute",
                        "theme",
                        "shortcuts",
                        "settings",
                        "side-tabs",
                        "chat-field",
                        "scenes",
                        "add-scene",
                        "studio-mode",
                        "take-cut",
                        "hands-on",
                        "add-layer",
                        "layers");
    }

    private void checkControls(int atLeast) {
        double width = window.stage().getScene().getWidth();
        double height = window.stage().getScene().getHeight();
        int checked = 0;
        for (Node node : all(window.stage().getScene().getRoot())) {
            boolean control = node instanceof ButtonBase
                    || node instanceof TextField
                    || node instanceof Slider
                    || node instanceof ComboBoxBase;
            if (!control || !isShown(node)) {
                continue;
            }
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            assertThat(bounds.getMinX()).as("%s", node).isGreaterThanOrEqualTo(0);
            assertThat(bounds.getMinY()).as("%s", node).isGreaterThanOrEqualTo(0);
            assertThat(bounds.getMaxX()).as("%s", node).isLessThanOrEqualTo(width);
            assertThat(bounds.getMaxY()).as("%s", node).isLessThanOrEqualTo(height);
            assertThat(((Control) node).getTooltip()).as("tooltip of %s", node).isNotNull();
            assertThat(name(node)).as("name of %s", node).isNotBlank();
            checked++;
        }
        assertThat(checked).isGreaterThanOrEqualTo(atLeast);
    }

    private static List<Node> all(Parent root) {
        List<Node> nodes = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            nodes.add(child);
            if (child instanceof Parent parent) {
                nodes.addAll(all(parent));
            }
        }
        return nodes;
    }

    private static String name(Node node) {
        String name = node.getAccessibleText();
        return name != null ? name : node instanceof Labeled labeled ? labeled.getText() : "";
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
