package liveroom.capture.scene;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that a host has prepared for a show. Immutable; every change makes another one.
///
/// @param brand the kit that dresses it: the name of one that ships, or the path of a folder or `.zip`
/// @param scenes in the order the host gave them; never empty
/// @param rundown the cues, in the order they are meant to be taken
public record Show(String name, String brand, List<Scene> scenes, List<Cue> rundown) {
    public static final int MAX_SCENES = 100;
    public static final int MAX_CUES = 500;

    public Show {
        Bounds.text("name", name, 120);
        Bounds.text("brand", brand, 1000);
        scenes = Bounds.list("scenes", scenes, 1, MAX_SCENES);
        rundown = Bounds.list("rundown", rundown, 0, MAX_CUES);
        Set<String> ids = new HashSet<>();
        scenes.forEach(scene -> Bounds.unique("scene", scene.id(), ids));
        Set<String> cues = new HashSet<>();
        rundown.forEach(cue -> Bounds.unique("cue", cue.id(), cues));
    }

    public Optional<Scene> scene(String id) {
        return scenes.stream().filter(scene -> scene.id().equals(id)).findFirst();
    }

    public Show withName(String newName) {
        return new Show(newName, brand, scenes, rundown);
    }

    public Show withBrand(String newBrand) {
        return new Show(name, newBrand, scenes, rundown);
    }

    public Show withScenes(List<Scene> newScenes) {
        return new Show(name, brand, newScenes, rundown);
    }

    public Show withRundown(List<Cue> newRundown) {
        return new Show(name, brand, scenes, newRundown);
    }
}
