package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import liveroom.app.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The window's controls at the sizes that a host may have.
class WindowLayoutTest {
    @TempDir
    Path home = Path.of("");

    // Opened before each test.
    @SuppressWarnings("NullAway.Init")
    private WindowHarness window;

    @BeforeEach
    void open() {
        window = WindowHarness.open(
                new FakeStudio(),
                new FakeChoices(),
                home,
                new Settings.Look(Settings.Theme.DARK, 1280, 800),
                "Ana live");
    }

    @AfterEach
    void close() throws InterruptedException {
        window.close();
    }

    @Test
    void controls_everySize_areInsideTheWindowAndNamed() {
        for (int[] size : new int[][] {{960, 600}, {1280, 720}, {1440, 900}, {1900, 1000}}) {
            WindowHarness.onFx(() -> {
                window.stage().setWidth(size[0]);
                window.stage().setHeight(size[1]);
                return true;
            });
            window.await("resized", () -> window.stage().getScene().getWidth() == size[0]);
            WaitForAsyncUtils.waitForFxEvents();
            WindowHarness.onFx(() -> {
                checkControls();
                return true;
            });
        }
    }

    private void checkControls() {
        double width = window.stage().getScene().getWidth();
        double height = window.stage().getScene().getHeight();
        int checked = 0;
        for (Node node : all(window.stage().getScene().getRoot())) {
            boolean control = node instanceof ButtonBase || node instanceof TextField || node instanceof Slider;
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
        assertThat(checked).isGreaterThan(10);
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
