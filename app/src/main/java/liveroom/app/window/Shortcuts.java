package liveroom.app.window;

import liveroom.app.window.hotkey.Hotkey;
import liveroom.capture.scene.Transition;

/// What the keys do that work anywhere in the window; nothing while a dialog is open.
final class Shortcuts {
    private final Models models;
    private final StudioWindow.Actions actions;
    private final WindowLayout layout;

    Shortcuts(Models models, StudioWindow.Actions actions, WindowLayout layout) {
        this.models = models;
        this.actions = actions;
        this.layout = layout;
    }

    void run(Hotkey hotkey) {
        if (!actions.overlay().isOpen()) {
            act(hotkey);
        }
    }

    private void act(Hotkey hotkey) {
        SceneModels scenes = models.scenes();
        switch (hotkey) {
            case CUT -> scenes.desk().take(Transition.CUT);
            case FADE -> scenes.desk().take(Transition.FADE);
            case STINGER -> scenes.desk().take(Transition.STINGER);
            case NEXT_CUE -> scenes.rundown().takeNext();
            case SCENE_1, SCENE_2, SCENE_3, SCENE_4, SCENE_5, SCENE_6, SCENE_7, SCENE_8, SCENE_9 ->
                scenes.scenes().choose(Hotkey.scenes().indexOf(hotkey));
            case UNDO -> scenes.desk().undo();
            case REDO -> scenes.desk().redo();
            case STUDIO_MODE -> scenes.scenes().toggleMode();
            case LIVE -> actions.pressShow().run();
            case RECORD -> models.recording().press();
            case MUTE -> models.sound().toggleMute();
            case INVITE -> actions.invite().run();
            case COPY_LINK -> actions.copyLink().run();
            case CHAT -> layout.side().showChat();
            case VIEWERS -> layout.side().showViewers();
            case FIGURES -> layout.side().showFigures();
            case CUES -> layout.side().showCues();
            case SETTINGS -> actions.settings().run();
            case THEME -> actions.switchTheme().run();
            case SHORTCUTS -> actions.shortcuts().run();
        }
    }
}
