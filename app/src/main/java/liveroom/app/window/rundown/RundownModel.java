package liveroom.app.window.rundown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liveroom.app.window.kit.Words;
import liveroom.app.window.scene.DeskModel;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import liveroom.capture.show.ShowCommand;

/// The cues of the show, and which of them comes next.
///
/// Confined to the JavaFX thread.
public final class RundownModel {
    private final DeskModel desk;

    public RundownModel(DeskModel desk) {
        this.desk = desk;
    }

    public DeskModel desk() {
        return desk;
    }

    public List<Cue> cues() {
        return desk.now().show().rundown();
    }

    /// The cue that Next takes; empty after the last one.
    public Optional<Cue> next() {
        DeskState now = desk.now();
        return now.nextCue() < cues().size() ? Optional.of(cues().get(now.nextCue())) : Optional.empty();
    }

    public boolean isNext(Cue cue) {
        return next().filter(cue::equals).isPresent();
    }

    /// Takes the next cue, if there is one.
    public void takeNext() {
        if (next().isPresent()) {
            desk.perform(new ShowCommand.Next());
        }
    }

    public void skipTo(Cue cue) {
        desk.perform(new ShowCommand.SkipTo(cue.id()));
    }

    /// Adds a cue at the end that puts a scene on air.
    public void addTake(Scene scene, Transition transition) {
        add(scene.name(), new Cue.Action.Take(scene.id(), transition));
    }

    /// Adds a cue at the end that shows or hides a layer.
    public void addReveal(Scene scene, Layer layer, boolean shown) {
        add(
                Words.of(shown ? "cue.show" : "cue.hide", layer.name()),
                new Cue.Action.Reveal(scene.id(), layer.id(), shown));
    }

    private void add(String label, Cue.Action action) {
        Set<String> known = cues().stream().map(Cue::id).collect(Collectors.toSet());
        String id = Stream.iterate(1, n -> n + 1)
                .map(n -> "cue-" + n)
                .filter(fresh -> !known.contains(fresh))
                .findFirst()
                .orElseThrow();
        List<Cue> all = new ArrayList<>(cues());
        all.add(new Cue(id, label, action));
        set(all);
    }

    public void rename(Cue cue, String label) {
        String wanted = label.strip();
        if (!wanted.isEmpty() && !wanted.equals(cue.label())) {
            List<Cue> all = new ArrayList<>(cues());
            all.replaceAll(each -> each.equals(cue) ? new Cue(cue.id(), wanted, cue.action()) : each);
            set(all);
        }
    }

    /// Puts a cue at another place; beyond the ends means at them.
    public void move(Cue cue, int to) {
        int from = cues().indexOf(cue);
        int place = Math.clamp(to, 0, cues().size() - 1);
        if (from >= 0 && from != place) {
            List<Cue> all = new ArrayList<>(cues());
            all.remove(from);
            all.add(place, cue);
            set(all);
        }
    }

    public void remove(Cue cue) {
        List<Cue> all = new ArrayList<>(cues());
        all.remove(cue);
        set(all);
    }

    private void set(List<Cue> all) {
        desk.perform(new ShowCommand.SetRundown(all));
    }

    /// What a cue does, in words.
    public String words(Cue cue) {
        return switch (cue.action()) {
            case Cue.Action.Take take ->
                Words.of(
                        "cue.take." + take.transition().kind().name(),
                        desk.now().show().scene(take.sceneId()).map(Scene::name).orElse("–"));
            case Cue.Action.Reveal reveal ->
                Words.of(
                        reveal.shown() ? "cue.show" : "cue.hide",
                        desk.now()
                                .show()
                                .scene(reveal.sceneId())
                                .flatMap(scene -> scene.layer(reveal.layerId()))
                                .map(Layer::name)
                                .orElse("–"));
        };
    }
}
