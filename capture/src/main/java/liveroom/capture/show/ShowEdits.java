package liveroom.capture.show;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Timer;
import liveroom.capture.show.ShowCommand.AddLayer;
import liveroom.capture.show.ShowCommand.AddScene;
import liveroom.capture.show.ShowCommand.ApplyLayout;
import liveroom.capture.show.ShowCommand.MoveLayer;
import liveroom.capture.show.ShowCommand.MoveScene;
import liveroom.capture.show.ShowCommand.PutComment;
import liveroom.capture.show.ShowCommand.RemoveLayer;
import liveroom.capture.show.ShowCommand.RemoveScene;
import liveroom.capture.show.ShowCommand.RenameScene;
import liveroom.capture.show.ShowCommand.RenameShow;
import liveroom.capture.show.ShowCommand.ReplaceLayer;
import liveroom.capture.show.ShowCommand.ReplaceLayers;
import liveroom.capture.show.ShowCommand.Reveal;
import liveroom.capture.show.ShowCommand.SetBrand;
import liveroom.capture.show.ShowCommand.SetRundown;
import liveroom.capture.show.ShowCommand.StartCountdown;
import liveroom.capture.show.ShowDesk.RefusedException;

/// What each edit makes of a show. Only computes. A value that the show's own types refuse comes
/// out as their [IllegalArgumentException].
///
/// @param wallClock for countdowns, whose times of day are those of this computer
record ShowEdits(InstantSource wallClock) {
    Show edited(DeskState state, ShowCommand.Edit edit) throws RefusedException {
        Show show = state.show();
        return switch (edit) {
            case RenameShow it -> show.withName(it.name());
            case SetBrand it -> show.withBrand(it.brand());
            case AddScene it -> show.withScenes(inserted(show.scenes(), it.scene(), it.at()));
            case RenameScene it -> with(show, Find.scene(show, it.sceneId()).withName(it.name()));
            case MoveScene it -> show.withScenes(moved(show.scenes(), Find.scene(show, it.sceneId()), it.to()));
            case RemoveScene it -> withoutScene(state, Find.scene(show, it.sceneId()));
            case SetRundown it -> withRundown(show, it.rundown());
            case AddLayer it -> {
                Scene scene = Find.scene(show, it.sceneId());
                yield with(show, scene.withLayers(inserted(scene.layers(), it.layer(), it.at())));
            }
            case ReplaceLayer it -> with(show, changed(Find.scene(show, it.sceneId()), it.layer(), it.was()));
            case ReplaceLayers it -> {
                Scene scene = Find.scene(show, it.sceneId());
                for (Layer layer : it.layers()) {
                    scene = changed(scene, layer, it.was());
                }
                yield with(show, scene);
            }
            case MoveLayer it -> {
                Scene scene = Find.scene(show, it.sceneId());
                yield with(show, scene.withLayers(moved(scene.layers(), Find.layer(scene, it.layerId()), it.to())));
            }
            case RemoveLayer it -> withoutLayer(show, Find.scene(show, it.sceneId()), it.layerId());
            case ApplyLayout it -> with(show, Layouts.apply(Find.scene(show, it.sceneId()), it.layout()));
            case Reveal it -> revealed(show, it);
            case PutComment it -> with(show, commented(state.program(), it));
            case StartCountdown it -> with(show, counting(Find.scene(show, it.sceneId()), it));
        };
    }

    /// The cues that would lead to the scene go with it.
    private static Show withoutScene(DeskState state, Scene scene) throws RefusedException {
        if (scene.id().equals(state.programId())) {
            throw new RefusedException("The scene \"" + scene.id() + "\" is on air: take another one first.");
        }
        Show show = state.show();
        if (show.scenes().size() == 1) {
            throw new RefusedException("A show needs at least one scene.");
        }
        Show without = show.withScenes(
                show.scenes().stream().filter(other -> !other.equals(scene)).toList());
        return withoutDeadCues(without);
    }

    private static Show withoutLayer(Show show, Scene scene, String layerId) throws RefusedException {
        List<Layer> layers = new ArrayList<>(scene.layers());
        layers.remove(Find.layer(scene, layerId));
        return withoutDeadCues(with(show, scene.withLayers(layers)));
    }

    private static Show withoutDeadCues(Show show) {
        List<Cue> alive = new ArrayList<>();
        for (Cue cue : show.rundown()) {
            try {
                Find.targets(show, cue);
                alive.add(cue);
            } catch (RefusedException _) {
                // it led to what has just been removed
            }
        }
        return show.withRundown(alive);
    }

    private static Show withRundown(Show show, List<Cue> rundown) throws RefusedException {
        for (Cue cue : rundown) {
            Find.targets(show, cue);
        }
        return show.withRundown(rundown);
    }

    private static Show revealed(Show show, Reveal reveal) throws RefusedException {
        Scene scene = Find.scene(show, reveal.sceneId());
        Layer layer = Find.layer(scene, reveal.layerId());
        return with(show, replaced(scene, layer.withShown(reveal.shown())));
    }

    private static Scene commented(Scene scene, PutComment command) throws RefusedException {
        Content.Comment comment = new Content.Comment(command.author(), command.text());
        for (Layer layer : scene.layers()) {
            if (layer.content() instanceof Content.Comment) {
                return replaced(scene, layer.withContent(comment).withShown(true));
            }
        }
        Layer fresh = Shows.newComment("Comment", comment).withId(Ids.free(scene, "comment"));
        return scene.withLayers(inserted(scene.layers(), fresh, Integer.MAX_VALUE));
    }

    private Scene counting(Scene scene, StartCountdown command) throws RefusedException {
        Layer layer = Find.layer(scene, command.layerId());
        if (!(layer.content() instanceof Content.Timed timed)) {
            throw new RefusedException("The layer \"" + layer.id() + "\" is no countdown and no slate.");
        }
        int seconds = command.seconds();
        Timer timer = seconds == 0 ? timed.timer() : timed.timer().lasting(seconds);
        if (timer.until().isEmpty() && timer.seconds() == 0) {
            throw new RefusedException("The countdown \"" + layer.id() + "\" has no length yet.");
        }
        Timer started = timer.started(wallClock.instant().atZone(ZoneId.systemDefault()));
        return replaced(scene, layer.withContent(timed.withTimer(started)));
    }

    private static Show with(Show show, Scene scene) {
        return show.withScenes(show.scenes().stream()
                .map(old -> old.id().equals(scene.id()) ? scene : old)
                .toList());
    }

    private static Scene changed(Scene scene, Layer wanted, List<Layer> was) throws RefusedException {
        Layer now = Find.layer(scene, wanted.id());
        for (Layer old : was) {
            if (old.id().equals(wanted.id())) {
                return replaced(scene, LayerMerge.merged(old, wanted, now));
            }
        }
        return replaced(scene, wanted);
    }

    private static Scene replaced(Scene scene, Layer layer) throws RefusedException {
        Find.layer(scene, layer.id());
        return scene.withLayers(scene.layers().stream()
                .map(old -> old.id().equals(layer.id()) ? layer : old)
                .toList());
    }

    private static <T> List<T> inserted(List<T> list, T element, int at) {
        List<T> longer = new ArrayList<>(list);
        longer.add(Math.clamp(at, 0, list.size()), element);
        return longer;
    }

    private static <T> List<T> moved(List<T> list, T element, int to) {
        List<T> others = new ArrayList<>(list);
        others.remove(element);
        return inserted(others, element, to);
    }
}
