package liveroom.app.window.scene;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.Settings.StudioMode;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowCommand;

/// The scenes of the show, which of them is on air and which comes next, and whether the host sees the next one.
///
/// Confined to the JavaFX thread.
public final class ScenesModel {
    private final DeskModel desk;
    private final ReadOnlyBooleanProperty onAir;
    private final ObjectProperty<StudioMode> mode;

    /// @param onAir whether the show is
    public ScenesModel(DeskModel desk, ReadOnlyBooleanProperty onAir, KeptSettings settings) {
        this.desk = desk;
        this.onAir = onAir;
        mode = new SimpleObjectProperty<>(settings.current().dressing().studioMode());
        mode.subscribe((_, now) ->
                settings.change(kept -> kept.withDressing(kept.dressing().withStudioMode(now))));
    }

    public ObjectProperty<StudioMode> mode() {
        return mode;
    }

    public void toggleMode() {
        mode.set(mode.get() == StudioMode.OPEN ? StudioMode.FOLDED : StudioMode.OPEN);
    }

    public List<Scene> scenes() {
        return desk.now().show().scenes();
    }

    Tally tally(Scene scene) {
        if (isProgram(scene)) {
            return onAir.get() ? Tally.ON_AIR : Tally.PROGRAM;
        }
        return isNext(scene) ? Tally.NEXT : Tally.READY;
    }

    /// Whether the show is on air.
    ReadOnlyBooleanProperty onAir() {
        return onAir;
    }

    private boolean isProgram(Scene scene) {
        return scene.id().equals(desk.now().programId());
    }

    private boolean isNext(Scene scene) {
        return scene.id().equals(desk.now().previewId());
    }

    /// Makes a scene the next one. Where the host sees no next one, it goes on air at once.
    public void choose(Scene scene) {
        if (mode.get() == StudioMode.OPEN) {
            desk.perform(new ShowCommand.Preview(scene.id()));
        } else if (!isProgram(scene)) {
            desk.performAll(List.of(new ShowCommand.Preview(scene.id()), new ShowCommand.Take(Transition.FADE)));
        }
    }

    /// Chooses the scene at a place, counted from 0, if there is one.
    public void choose(int place) {
        scenes().stream().skip(place).findFirst().ifPresent(this::choose);
    }

    /// Adds an empty scene at the end and makes it the next one.
    public void add() {
        String name = Names.freshName(Words.of("scene.new"), scenes().stream().map(Scene::name));
        put(new Scene(Names.freshSceneId(scenes()), name, List.of()), scenes().size());
    }

    /// Adds a scene with the same layers behind it.
    public void duplicate(Scene scene) {
        String name = Names.freshName(scene.name(), scenes().stream().map(Scene::name));
        put(new Scene(Names.freshSceneId(scenes()), name, scene.layers()), scenes().indexOf(scene) + 1);
    }

    private void put(Scene scene, int at) {
        List<ShowCommand.Single> commands = new ArrayList<>(List.of(new ShowCommand.AddScene(scene, at)));
        if (mode.get() == StudioMode.OPEN) {
            commands.add(new ShowCommand.Preview(scene.id()));
        }
        desk.performAll(commands);
    }

    public void rename(Scene scene, String name) {
        String wanted = name.strip();
        if (!wanted.isEmpty() && !wanted.equals(scene.name())) {
            desk.perform(new ShowCommand.RenameScene(scene.id(), wanted));
        }
    }

    /// Removes a scene, and says how it comes back.
    public void remove(Scene scene) {
        if (desk.perform(new ShowCommand.RemoveScene(scene.id()))) {
            desk.say(Words.of("scene.removed", scene.name()));
        }
    }

    public void move(Scene scene, int to) {
        int from = scenes().indexOf(scene);
        int place = Math.clamp(to, 0, scenes().size() - 1);
        if (from >= 0 && from != place) {
            desk.perform(new ShowCommand.MoveScene(scene.id(), place));
        }
    }
}
