package liveroom.capture.show;

import java.util.List;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;

/// Everything that can be done to a show, as data: the window, the producer's page and scripts say the same words.
/// Positions count from 0; a position beyond the end means the end.
public sealed interface ShowCommand {
    /// What can be one of several, in [All].
    sealed interface Single extends ShowCommand {}

    /// What is changed by it stays in the show's file, and can be undone.
    sealed interface Edit extends Single {}

    /// What happens now, on the picture; nothing to undo.
    sealed interface Live extends Single {}

    /// Does several in their order, as one change and one step of history; none, if one of them cannot be done.
    record All(List<Single> commands) implements ShowCommand {
        private static final int MOST = 100;

        public All {
            commands = List.copyOf(commands);
            if (commands.isEmpty() || commands.size() > MOST) {
                throw new IllegalArgumentException(
                        "There are %d commands; there may be 1 to %d.".formatted(commands.size(), MOST));
            }
        }
    }

    record RenameShow(String name) implements Edit {}

    record SetBrand(String brand) implements Edit {}

    record AddScene(Scene scene, int at) implements Edit {}

    record RenameScene(String sceneId, String name) implements Edit {}

    record MoveScene(String sceneId, int to) implements Edit {}

    /// Refused for the scene that is on air, and for the last one.
    record RemoveScene(String sceneId) implements Edit {}

    record AddLayer(String sceneId, Layer layer, int at) implements Edit {}

    /// Replaces the layer that has the same identifier.
    ///
    /// @param was the layer that was changed, as whoever changed it knew it: what is not changed by it is left to
    /// others. Without it, the whole layer is replaced
    record ReplaceLayer(String sceneId, Layer layer, List<Layer> was) implements Edit {
        public ReplaceLayer {
            was = List.copyOf(was);
        }

        public ReplaceLayer(String sceneId, Layer layer) {
            this(sceneId, layer, List.of());
        }
    }

    /// Replaces several at once, as one step of history: what a drag of a selection does.
    ///
    /// @param was likewise, in any order
    record ReplaceLayers(String sceneId, List<Layer> layers, List<Layer> was) implements Edit {
        public ReplaceLayers {
            layers = List.copyOf(layers);
            was = List.copyOf(was);
        }
    }

    record MoveLayer(String sceneId, String layerId, int to) implements Edit {}

    record RemoveLayer(String sceneId, String layerId) implements Edit {}

    /// Gives the sources of a scene the places of a ready layout, and adds what it lacks.
    record ApplyLayout(String sceneId, Layout layout) implements Edit {}

    record SetRundown(List<Cue> rundown) implements Edit {}

    /// Shows or hides a layer, with its animation.
    record Reveal(String sceneId, String layerId, boolean shown) implements Edit {}

    /// Puts a viewer's words into the scene on air: into its comment layer, or a new one; and shows it.
    record PutComment(String author, String text) implements Edit {}

    /// Starts a countdown or a slate's from now.
    ///
    /// @param seconds its length from now on; 0 for what is left of it if it is paused, else as it says itself
    record StartCountdown(String sceneId, String layerId, int seconds) implements Edit {}

    /// Chooses what the preview shows.
    record Preview(String sceneId) implements Live {}

    /// Puts the previewed scene on air; what was on air goes to the preview.
    record Take(Transition transition) implements Live {}

    /// Takes the next cue of the run-down.
    record Next() implements Live {}

    /// Makes the cue the next one.
    record SkipTo(String cueId) implements Live {}

    record Undo() implements ShowCommand {}

    record Redo() implements ShowCommand {}
}
