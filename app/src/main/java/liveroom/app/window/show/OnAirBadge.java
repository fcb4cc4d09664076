package liveroom.app.window.show;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;

/// Says, over the picture, whether it is on air and for how long.
public final class OnAirBadge extends HBox {
    private final Label state = Controls.label("");
    private final Label time = Controls.label("", Style.FIGURE);

    public OnAirBadge(ShowModel model) {
        Region dot = new Region();
        dot.getStyleClass().add(Style.DOT);
        getStyleClass().add(Style.BADGE);
        setId("on-air-badge");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        getChildren().addAll(dot, state, time);
        time.textProperty().bind(model.runningTime());
        time.visibleProperty().bind(model.onAir());
        time.managedProperty().bind(model.onAir());
        model.onAir().subscribe(this::show);
    }

    private void show(boolean onAir) {
        state.setText(Words.of(onAir ? "show.onAir" : "show.offAir"));
        pseudoClassStateChanged(States.LIVE, onAir);
        Controls.describe(this, state.getText());
    }
}
