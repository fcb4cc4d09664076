package liveroom.app.window.inspect;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Timer;
import org.kordamp.ikonli.feather.Feather;

/// Starts, pauses and sets back the timer of the layer that is shown.
final class TimerButtons extends VBox {
    private final Button start;
    private final Button goOn;
    private final Button pause;
    private final Button stop;

    TimerButtons(InspectorModel model) {
        start = button("inspect.start", Feather.PLAY, model::startTimer);
        goOn = button("inspect.goOn", Feather.PLAY, model::startTimer);
        pause = button("inspect.pause", Feather.PAUSE, model::pauseTimer);
        stop = button("inspect.stop", Feather.SQUARE, model::stopTimer);
        HBox buttons = new HBox(start, goOn, pause, stop);
        buttons.getStyleClass().add(Style.ROW);
        getStyleClass().add("room-field");
        getChildren().addAll(Controls.label(Words.of("inspect.timer"), Style.SMALL_TEXT, Style.MUTED_TEXT), buttons);
    }

    private static Button button(String key, Feather picture, Runnable action) {
        Button button = Controls.button(key, picture, action, Style.QUIET_BUTTON);
        button.setId(key.replace("inspect.", "timer-"));
        button.setGraphic(null);
        button.getStyleClass().add("room-small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    /// One to a time of day cannot be paused: the day goes on.
    void show(Timer timer) {
        Controls.present(start, !timer.isRunning() && !timer.isPaused());
        Controls.present(goOn, timer.isPaused());
        Controls.present(pause, timer.isRunning() && timer.until().isEmpty());
        Controls.present(stop, timer.isRunning() || timer.isPaused());
    }
}
