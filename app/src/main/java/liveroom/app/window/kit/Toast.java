package liveroom.app.window.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Says a thing for a moment, low over the window: copied, kept.
public final class Toast extends StackPane {
    private static final Duration SHOWN = Duration.seconds(3);

    private final Label label = Controls.label("", "room-toast");
    private final PauseTransition pause = new PauseTransition(SHOWN);

    public Toast() {
        setMouseTransparent(true);
        setPickOnBounds(false);
        setAlignment(Pos.TOP_CENTER);
        label.setGraphic(Controls.icon(Feather.CHECK));
        label.setId("toast");
        label.setVisible(false);
        getChildren().add(label);
        pause.setOnFinished(_ -> label.setVisible(false));
    }

    public void say(String words) {
        label.setText(words);
        label.setVisible(true);
        Controls.describe(label, words);
        pause.playFromStart();
    }
}
