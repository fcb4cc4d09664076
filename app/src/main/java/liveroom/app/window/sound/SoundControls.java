package liveroom.app.window.sound;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.studio.StudioSnapshot.Muting;
import liveroom.app.window.hotkey.Hotkey;
import liveroom.app.window.hotkey.Hotkeys;
import liveroom.app.window.hotkey.HotkeysModel;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.program.ChannelStrip;
import org.kordamp.ikonli.feather.Feather;

/// The sound of the show: meter, mute, gain.
public final class SoundControls extends VBox {
    private final LevelMeter meter;
    private final Slider gain = new Slider(ChannelStrip.MIN_GAIN_DB, ChannelStrip.MAX_GAIN_DB, 0);
    private final Label gainFigure = Controls.label("", Style.FIGURE, "room-gain-figure");
    private final ToggleButton mute = new ToggleButton("", Controls.icon(Feather.MIC));
    private boolean showing;

    /// The controls of one sound.
    ///
    /// @param hotkeys tell which key mutes
    public SoundControls(SoundModel model, HotkeysModel hotkeys) {
        this.meter = new LevelMeter(model);
        getStyleClass().add("room-sound-controls");
        gain.setId("gain");
        gain.getStyleClass().add(Style.GAIN);
        gain.setBlockIncrement(1);
        HBox.setHgrow(gain, Priority.ALWAYS);
        gain.setMaxWidth(Double.MAX_VALUE);
        gain.setPrefWidth(80);
        Controls.name(gain, Words.of("sound.gain"));
        Controls.hint(gain, Words.of("sound.gain.hint"));
        gain.valueProperty().subscribe(value -> {
            if (!showing) {
                model.setGainDb(Math.abs(value.doubleValue()) < 0.4 ? 0 : value.doubleValue());
            }
        });
        gain.addEventFilter(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getClickCount() == 2) {
                model.setGainDb(0);
            }
        });
        mute.setId("mute");
        mute.getStyleClass().addAll(Style.ICON_BUTTON, "room-mute");
        mute.setOnAction(_ -> model.toggleMute());
        Hotkeys.hint(mute, hotkeys, Hotkey.MUTE, () -> muteWords(model.muting().get()));
        HBox fader = new HBox(mute, gain, gainFigure);
        fader.getStyleClass().add(Style.ROW);
        fader.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(meter, fader);
        model.gainDb().subscribe(this::showGain);
        model.muting().subscribe(this::showMuting);
    }

    /// Draws the meter. JavaFX thread, at each snapshot.
    public void show() {
        meter.show();
    }

    private void showGain(double db) {
        showing = true;
        gain.setValue(db);
        showing = false;
        gainFigure.setText(Figures.db(db));
    }

    private void showMuting(Muting muting) {
        boolean muted = muting == Muting.MUTED;
        mute.setSelected(muted);
        Controls.picture(mute, muted ? Feather.MIC_OFF : Feather.MIC);
        mute.setAccessibleText(muteWords(muting));
        meter.setOpacity(muted ? 0.45 : 1);
    }

    private static String muteWords(Muting muting) {
        return Words.of(muting == Muting.MUTED ? "sound.unmute" : "sound.mute");
    }
}
