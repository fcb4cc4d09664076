package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Timer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Layers taken, pulled, nudged, aligned and written in the real window, by mouse and keyboard.
class LayersByHandTest extends SceneWindowTest {
    private static final Offset<Double> NEAR = within(1e-6);
    private static final Box CAMERA = new Box(0.05, 0.2, 0.5, 0.5);

    @ParameterizedTest
    @CsvSource({"0.507, 0.507, 0.5, 0.5", "0.946, 0.943, 0.95, 0.95", "0.992, 0.99, 1, 1"})
    void corner_pulledNearTheMiddleTheSafeAreaOrTheEdge_snapsToIt(double x, double y, double right, double bottom) {
        awaitNextPicture();
        window.robot().clickOn(onPicture(0.3, 0.4));
        window.await("it is taken", () -> selected() == 1);
        take(onPicture(0.55, 0.7), onPicture(x, y));
        window.await(
                "the lines are drawn",
                () -> window.stage()
                                .getScene()
                                .getRoot()
                                .lookupAll(".room-guide")
                                .size()
                        >= 2);
        assertThat(box("camera")).isEqualTo(CAMERA);
        window.robot().release(MouseButton.PRIMARY);
        window.await("it is larger or smaller", () -> !box("camera").equals(CAMERA));
        assertThat(box("camera").right()).isCloseTo(right, NEAR);
        assertThat(box("camera").bottom()).isCloseTo(bottom, NEAR);
        assertThat(box("camera").x()).isCloseTo(0.05, NEAR);
        window.press("undo");
        window.await("it is as it was", () -> box("camera").equals(CAMERA));
    }

    @Test
    void side_pulled_keepsTheOtherSides() {
        awaitNextPicture();
        window.robot().clickOn(onPicture(0.3, 0.4));
        drag(onPicture(0.05, 0.45), onPicture(0.15, 0.5));
        window.await("it is narrower", () -> box("camera").x() > 0.1);
        assertThat(box("camera").right()).isCloseTo(0.55, NEAR);
        assertThat(box("camera").y()).isCloseTo(0.2, NEAR);
        assertThat(box("camera").height()).isCloseTo(0.5, NEAR);
    }

    @Test
    void several_takenWithShift_areNudgedAlignedAndRemovedTogether() {
        awaitNextPicture();
        takeCameraAndName();
        window.robot().push(KeyCode.RIGHT);
        window.await("both are a pixel on", () -> isNear(box("name").x(), 0.05 + 1.0 / 1280));
        assertThat(box("camera").x()).isCloseTo(0.05 + 1.0 / 1280, NEAR);
        window.press("undo");
        window.await(
                "both are back", () -> box("name").x() == 0.05 && box("camera").equals(CAMERA));

        window.click("arrange-TOP");
        window.await("they are in line", () -> isNear(box("name").y(), 0.2));
        window.press("undo");
        window.await("they are not", () -> isNear(box("name").y(), 0.75));

        window.robot().clickOn(onPicture(0.5, 0.72));
        takeCameraAndName();
        window.robot().push(KeyCode.DELETE);
        window.await("both are gone", () -> !layers().contains("name"));
        assertThat(layers()).containsExactly("back", "headline");
        window.press("undo");
        window.await("both are back", () -> layers().size() == 4);
    }

    private void takeCameraAndName() {
        window.robot().clickOn(onPicture(0.3, 0.4));
        window.await("one is taken", () -> selected() == 1);
        window.robot().press(KeyCode.SHIFT);
        window.robot().clickOn(onPicture(0.1, 0.8));
        window.robot().release(KeyCode.SHIFT);
        window.await("both are taken", () -> selected() == 2);
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) < 1e-6;
    }

    private int selected() {
        return window.find("layers", ListView.class)
                .getSelectionModel()
                .getSelectedItems()
                .size();
    }

    @Test
    void text_halfTyped_isNotOnAirUntilItIsApplied() {
        awaitNextPicture();
        write("Ben");
        window.click("take-cut");
        window.await("the scene is on air", () -> desk().programId().equals("product"));
        assertThat(desk().program().layer("name").orElseThrow().content())
                .isEqualTo(new Content.LowerThird("Ana Brandt", "Potter"));
        window.click("take-cut");
        window.await("it is next again", () -> desk().previewId().equals("product"));
        window.robot().clickOn(onPicture(0.1, 0.8));
        window.await("what was typed waits", () -> window.shows("apply"));
        window.click("apply");
        window.await("it is in the show", () -> name().equals("Ben"));
    }

    @Test
    void text_typedWhileTheHostHasChosenAtOnce_isInTheShowWithEachKey() {
        awaitNextPicture();
        window.robot().clickOn(onPicture(0.1, 0.8));
        window.click("typing");
        window.await(
                "it is chosen", () -> window.find("typing", ToggleButton.class).isSelected());
        write("B");
        window.await("the first letter is there", () -> name().equals("B"));
        window.robot().write("en");
        window.await("so are the others", () -> name().equals("Ben"));
    }

    private void write(String text) {
        window.robot().clickOn(onPicture(0.1, 0.8));
        window.await("its name is shown", () -> window.shows("field-name"));
        window.robot().clickOn("#field-name");
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write(text);
        window.await(
                "it is written",
                () -> window.find("field-name", TextField.class).getText().equals(text));
    }

    private String name() {
        return layer("name").content() instanceof Content.LowerThird named ? named.name() : "";
    }

    @Test
    void countdownOfASlate_lastsWhatTheHostWritesAndCanBePaused() {
        awaitNextPicture();
        window.robot().clickOn("Thank you");
        window.await("it is next", () -> desk().previewId().equals("end"));
        window.robot().clickOn(onPicture(0.5, 0.5));
        window.await("its length is shown", () -> window.shows("field-length"));
        window.robot().clickOn("#field-length");
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write("1:30");
        window.press("timer-start");
        window.await("it runs", () -> timer().isRunning());
        assertThat(timer().seconds()).isEqualTo(90);
        window.press("timer-pause");
        window.await("it stands", () -> timer().isPaused());
        assertThat(timer().leftSeconds()).isBetween(1, 90);
        window.press("timer-goOn");
        window.await("it runs again", () -> timer().isRunning());
        window.press("timer-stop");
        window.await("it is set back", () -> timer().equals(new Timer(90, "", 0, 0)));
    }

    private Timer timer() {
        return ((Content.Timed) layer("slate").content()).timer();
    }
}
