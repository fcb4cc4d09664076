package liveroom.capture.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;

/// What is on air, what comes next, and where the run-down stands, as they follow from one another.
/// Only computes.
final class OnAir {
    private OnAir() {}

    /// The beginning of a show: its first scene on air, the second one next.
    static DeskState begin(Show show, long nowNanos) {
        String first = show.scenes().getFirst().id();
        String second = show.scenes().size() == 1 ? first : show.scenes().get(1).id();
        DeskState.Change change = new DeskState.Change(first, Transition.CUT, nowNanos);
        return new DeskState(0, show, first, second, change, 0, false, false);
    }

    /// `sceneId` on air, and `nextId` next. The scene that is on air already stays as it is.
    static DeskState taken(DeskState state, String sceneId, String nextId, Transition transition, long nowNanos) {
        DeskState.Change change = sceneId.equals(state.programId())
                ? state.change()
                : new DeskState.Change(state.programId(), transition, nowNanos);
        return new DeskState(
                state.revision(),
                state.show(),
                sceneId,
                nextId,
                change,
                state.nextCue(),
                state.canUndo(),
                state.canRedo());
    }

    static DeskState previewing(DeskState state, String sceneId) {
        return taken(state, state.programId(), sceneId, Transition.CUT, 0);
    }

    static DeskState atCue(DeskState state, int nextCue) {
        return new DeskState(
                state.revision(),
                state.show(),
                state.programId(),
                state.previewId(),
                state.change(),
                nextCue,
                state.canUndo(),
                state.canRedo());
    }

    /// The scene that the next taking cue leads to from where the run-down stands, if there is one
    /// that is not on air.
    static Optional<String> upcoming(DeskState state) {
        List<Cue> rundown = state.show().rundown();
        return rundown.subList(state.nextCue(), rundown.size()).stream()
                .map(Cue::action)
                .filter(Cue.Action.Take.class::isInstance)
                .map(action -> ((Cue.Action.Take) action).sceneId())
                .filter(id -> state.show().scene(id).isPresent())
                .findFirst()
                .filter(id -> !id.equals(state.programId()));
    }

    /// The state with another show, which has the scene on air: the preview moves to a neighbour if
    /// its scene is gone, and the run-down stays at its cue, or at its place if that is gone.
    static DeskState showing(DeskState state, Show show) {
        return showing(state, show, neighbour(state, show));
    }

    /// Likewise.
    ///
    /// @param otherwiseId what is previewed if the scene that is now is gone
    private static DeskState showing(DeskState state, Show show, String otherwiseId) {
        String previewId = show.scene(state.previewId()).isPresent() ? state.previewId() : otherwiseId;
        return new DeskState(
                state.revision(),
                show,
                state.programId(),
                previewId,
                state.change(),
                nextCue(state, show),
                state.canUndo(),
                state.canRedo());
    }

    private static String neighbour(DeskState state, Show show) {
        List<String> before = othersThanProgram(state, state.show());
        List<String> now = othersThanProgram(state, show);
        int gone = Math.max(0, before.indexOf(state.previewId()));
        return now.isEmpty() ? state.programId() : now.get(Math.min(gone, now.size() - 1));
    }

    private static List<String> othersThanProgram(DeskState state, Show show) {
        return show.scenes().stream()
                .map(Scene::id)
                .filter(id -> !id.equals(state.programId()))
                .toList();
    }

    private static int nextCue(DeskState state, Show show) {
        List<Cue> before = state.show().rundown();
        int at = Math.min(state.nextCue(), show.rundown().size());
        if (state.nextCue() == before.size()) {
            return at;
        }
        String id = before.get(state.nextCue()).id();
        return IntStream.range(0, show.rundown().size())
                .filter(i -> show.rundown().get(i).id().equals(id))
                .findFirst()
                .orElse(at);
    }

    /// The state with the show of another moment, but for the scene on air, which no undoing takes away.
    /// Where the scene that is previewed is not in it, what was previewed then is.
    static DeskState backAt(History.Moment moment, DeskState state) {
        Show show = keepingProgram(moment.show(), state);
        boolean known = show.scene(moment.previewId()).isPresent();
        return showing(state, show, known ? moment.previewId() : neighbour(state, show));
    }

    private static Show keepingProgram(Show earlier, DeskState state) {
        if (earlier.scene(state.programId()).isPresent()) {
            return earlier;
        }
        List<Scene> scenes = new ArrayList<>(earlier.scenes());
        int at = state.show().scenes().indexOf(state.program());
        scenes.add(Math.min(at, scenes.size()), state.program());
        return earlier.withScenes(scenes);
    }
}
