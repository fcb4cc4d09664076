package liveroom.capture.scene;

/// One step of the run-down.
///
/// @param id unique in its show
public record Cue(String id, String label, Action action) {
    public Cue {
        Bounds.id(id);
        Bounds.text("label of a cue", label, 200);
    }

    /// What taking the cue does.
    public sealed interface Action {
        /// Puts a scene on air.
        record Take(String sceneId, Transition transition) implements Action {}

        /// Shows or hides one layer.
        record Reveal(String sceneId, String layerId, boolean shown) implements Action {}
    }
}
