package liveroom.capture.show;

import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowDesk.RefusedException;

/// Looks up what a command names, and refuses the command where it is not there.
final class Find {
    private Find() {}

    static Scene scene(Show show, String id) throws RefusedException {
        return show.scene(id)
                .orElseThrow(() -> new RefusedException("There is no scene \"" + shown(id) + "\" in the show."));
    }

    static Layer layer(Scene scene, String id) throws RefusedException {
        return scene.layer(id)
                .orElseThrow(() -> new RefusedException(
                        "There is no layer \"" + shown(id) + "\" in the scene \"" + scene.id() + "\"."));
    }

    /// The place of a cue in the run-down.
    static int cue(Show show, String id) throws RefusedException {
        for (int i = 0; i < show.rundown().size(); i++) {
            if (show.rundown().get(i).id().equals(id)) {
                return i;
            }
        }
        throw new RefusedException("There is no cue \"" + shown(id) + "\" in the run-down.");
    }

    /// Refuses a cue whose scene or layer is not in `show`.
    static void targets(Show show, Cue cue) throws RefusedException {
        switch (cue.action()) {
            case Cue.Action.Take take -> scene(show, take.sceneId());
            case Cue.Action.Reveal reveal -> layer(scene(show, reveal.sceneId()), reveal.layerId());
        }
    }

    private static String shown(String id) {
        return id.length() > 40 ? id.substring(0, 40) + "…" : id;
    }
}
