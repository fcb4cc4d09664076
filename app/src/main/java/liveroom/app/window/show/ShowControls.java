package liveroom.app.window.show;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.studio.RecordingState;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import org.kordamp.ikonli.feather.Feather;

/// Go live, Record, Invite: what the host presses.
public final class ShowControls extends VBox {
    private final Button goLive;
    private final Button record;
    private final Label details = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);

    /// The buttons of one show.
    ///
    /// @param press what Go live does; it may ask first
    public ShowControls(ShowModel show, RecordingModel recording, Runnable press, Runnable invite) {
        goLive = Controls.button("show.goLive", Feather.RADIO, press, Style.GO_LIVE);
        goLive.setId("go-live");
        goLive.setMaxWidth(Double.MAX_VALUE);
        record = Controls.button("recording.start", Feather.CIRCLE, recording::press, Style.RECORD);
        record.setId("record");
        Button inviting = Controls.button("share.invite", Feather.USER_PLUS, invite, Style.QUIET_BUTTON);
        inviting.setId("invite");
        HBox second = new HBox(record, inviting);
        second.getStyleClass().add(Style.ROW);
        for (Button button : new Button[] {record, inviting}) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setPrefWidth(100);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        details.setMaxWidth(Double.MAX_VALUE);
        details.setMinWidth(0);
        details.setPrefWidth(100);
        details.setId("recording-details");
        getStyleClass().add("room-show-controls");
        setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(goLive, Priority.ALWAYS);
        getChildren().addAll(goLive, second, details);
        show.onAir().subscribe(this::showAir);
        recording.state().subscribe(this::showRecording);
        recording.figures().subscribe(figures -> {
            if (!figures.isEmpty()) {
                record.setText(figures);
            }
        });
        recording.details().subscribe(words -> {
            details.setText(words);
            Controls.hint(record, words.isEmpty() ? Words.of("recording.start.hint") : words);
        });
    }

    private void showAir(boolean onAir) {
        goLive.pseudoClassStateChanged(States.LIVE, onAir);
        goLive.setText(Words.of(onAir ? "show.end" : "show.goLive"));
        Controls.picture(goLive, onAir ? Feather.SQUARE : Feather.RADIO);
        Controls.hint(goLive, Words.of(onAir ? "show.end.hint" : "show.goLive.hint"));
    }

    private void showRecording(RecordingState state) {
        boolean running = state instanceof RecordingState.Running;
        record.pseudoClassStateChanged(States.LIVE, running);
        States.show(
                details,
                state instanceof RecordingState.Failed
                        ? liveroom.app.window.kit.Verdict.ERROR
                        : liveroom.app.window.kit.Verdict.NEUTRAL);
        Controls.picture(record, running ? Feather.SQUARE : Feather.CIRCLE);
        if (!running) {
            record.setText(Words.of("recording.start"));
        }
        record.setAccessibleText(Words.of(running ? "recording.stop" : "recording.start"));
    }
}
