package liveroom.app.window.scene;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import liveroom.app.window.hotkey.Hotkey;
import liveroom.app.window.hotkey.Hotkeys;
import liveroom.app.window.hotkey.HotkeysModel;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Transition;

/// Cut, Fade and Stinger: put the next scene on air.
public final class TransitionButtons extends VBox {
    public TransitionButtons(DeskModel desk, HotkeysModel hotkeys) {
        getStyleClass().add("room-transitions");
        setAlignment(Pos.CENTER);
        getChildren()
                .addAll(
                        button("cut", Transition.CUT, Hotkey.CUT, desk, hotkeys),
                        button("fade", Transition.FADE, Hotkey.FADE, desk, hotkeys),
                        button("stinger", Transition.STINGER, Hotkey.STINGER, desk, hotkeys));
    }

    private static Button button(
            String name, Transition transition, Hotkey hotkey, DeskModel desk, HotkeysModel hotkeys) {
        Button button = new Button(Words.of("take." + name));
        button.setId("take-" + name);
        button.getStyleClass().addAll(Style.QUIET_BUTTON, "room-transition");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> desk.take(transition));
        Hotkeys.hint(button, hotkeys, hotkey, () -> Words.of("take." + name + ".hint"));
        return button;
    }
}
