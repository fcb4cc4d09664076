package liveroom.capture.scene;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One picture as it was designed: layers, the last one in front.
///
/// @param id unique in its show
public record Scene(String id, String name, List<Layer> layers) {
    public static final int MAX_LAYERS = 50;

    public Scene {
        Bounds.id(id);
        Bounds.text("name of a scene", name, 80);
        layers = Bounds.list("layers in \"" + name + "\"", layers, 0, MAX_LAYERS);
        Set<String> ids = new HashSet<>();
        layers.forEach(layer -> Bounds.unique("layer", layer.id(), ids));
    }

    public Optional<Layer> layer(String layerId) {
        return layers.stream().filter(layer -> layer.id().equals(layerId)).findFirst();
    }

    public Scene withName(String newName) {
        return new Scene(id, newName, layers);
    }

    public Scene withLayers(List<Layer> newLayers) {
        return new Scene(id, name, newLayers);
    }
}
