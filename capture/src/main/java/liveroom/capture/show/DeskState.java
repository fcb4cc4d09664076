package liveroom.capture.show;

import java.util.Optional;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;

/// What a [ShowDesk] holds at one moment. Immutable.
///
/// @param revision counts up with every change
/// @param programId the scene on air, or the one that a transition is leading to
/// @param previewId the scene that comes next
/// @param change how the scene on air came, and since when
/// @param nextCue place in the run-down of the cue that [ShowCommand.Next] takes; its size after the last
public record DeskState(
        long revision,
        Show show,
        String programId,
        String previewId,
        Change change,
        int nextCue,
        boolean canUndo,
        boolean canRedo) {
    public Scene program() {
        return show.scene(programId).orElseThrow();
    }

    public Scene preview() {
        return show.scene(previewId).orElseThrow();
    }

    /// The scene that the transition leads away from, if it is still in the show.
    public Optional<Scene> before() {
        return show.scene(change.fromId());
    }

    /// One scene taking another's place. @param sinceNanos on the studio clock
    public record Change(String fromId, Transition transition, long sinceNanos) {}
}
