package liveroom.app.window.scene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.show.DeskState;
import liveroom.capture.show.Layout;
import liveroom.capture.show.ShowCommand;

/// The layers of the next scene, and which of them are selected. The list has the one in front first.
///
/// Confined to the JavaFX thread.
public final class LayersModel {
    private final DeskModel desk;
    private final ReadOnlyObjectWrapper<Set<String>> selected = new ReadOnlyObjectWrapper<>(Set.of());
    private String sceneId;

    public LayersModel(DeskModel desk) {
        this.desk = desk;
        this.sceneId = desk.now().previewId();
        desk.state().subscribe(this::prune);
    }

    /// What is no longer there is no longer selected; another scene begins with nothing selected.
    private void prune(DeskState state) {
        if (!state.previewId().equals(sceneId)) {
            sceneId = state.previewId();
            select(Set.of());
            return;
        }
        Set<String> kept = new LinkedHashSet<>(selected.get());
        if (kept.removeIf(id -> state.preview().layer(id).isEmpty())) {
            select(kept);
        }
    }

    /// Those in front first.
    public List<Layer> frontFirst() {
        return desk.preview().layers().reversed();
    }

    /// The identifiers of the selected layers.
    public ReadOnlyObjectProperty<Set<String>> selected() {
        return selected.getReadOnlyProperty();
    }

    public void select(Set<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        if (!wanted.equals(selected.get())) {
            selected.set(wanted);
        }
    }

    /// Takes a layer into the selection, or out of it.
    public void toggle(String id) {
        Set<String> wanted = new LinkedHashSet<>(selected.get());
        if (!wanted.remove(id)) {
            wanted.add(id);
        }
        select(wanted);
    }

    public boolean isSelected(Layer layer) {
        return selected.get().contains(layer.id());
    }

    /// The selected layers, those behind first.
    public List<Layer> selection() {
        return desk.preview().layers().stream().filter(this::isSelected).toList();
    }

    /// The one layer that is selected, if it is one.
    public Optional<Layer> single() {
        List<Layer> layers = selection();
        return layers.size() == 1 ? Optional.of(layers.getFirst()) : Optional.empty();
    }

    /// Adds a layer in front and selects it.
    public void add(LayerKind kind) {
        Scene scene = desk.preview();
        put(kind.fresh(scene.layers()), scene.layers().size());
    }

    /// Adds the same layer once more, in front of it.
    public void duplicate(Layer layer) {
        List<Layer> layers = desk.preview().layers();
        Layer copy = layer.withId(Names.freshLayerId("layer", layers))
                .withName(Names.freshName(layer.name(), layers.stream().map(Layer::name)));
        put(copy, layers.indexOf(layer) + 1);
    }

    private void put(Layer layer, int at) {
        if (desk.perform(new ShowCommand.AddLayer(desk.now().previewId(), layer, at))) {
            select(Set.of(layer.id()));
        }
    }

    public void arrange(Layout layout) {
        desk.perform(new ShowCommand.ApplyLayout(desk.now().previewId(), layout));
    }

    public void toggleShown(Layer layer) {
        desk.perform(new ShowCommand.Reveal(desk.now().previewId(), layer.id(), !layer.shown()));
    }

    /// Hides the selected layers; shows them, if none is shown.
    public void toggleSelectedShown() {
        boolean show = selection().stream().noneMatch(Layer::shown);
        desk.performAll(
                each(selection(), layer -> new ShowCommand.Reveal(desk.now().previewId(), layer.id(), show)));
    }

    /// Frees the selected layers; locks them, if none is locked.
    public void toggleSelectedLocked() {
        boolean lock = selection().stream().noneMatch(Layer::locked);
        desk.performAll(each(
                selection(),
                layer -> new ShowCommand.ReplaceLayer(desk.now().previewId(), layer.withLocked(lock), List.of(layer))));
    }

    public void toggleLocked(Layer layer) {
        desk.replace(layer.withLocked(!layer.locked()));
    }

    public void rename(Layer layer, String name) {
        String wanted = name.strip();
        if (!wanted.isEmpty() && !wanted.equals(layer.name())) {
            desk.replace(layer.withName(wanted));
        }
    }

    /// Puts a layer at a place of the list, the front being 0.
    public void move(Layer layer, int placeFromFront) {
        int last = desk.preview().layers().size() - 1;
        int to = last - Math.clamp(placeFromFront, 0, last);
        if (desk.preview().layers().indexOf(layer) != to) {
            desk.perform(new ShowCommand.MoveLayer(desk.now().previewId(), layer.id(), to));
        }
    }

    /// Removes the selected layers that are not locked, and says how they come back.
    public void removeSelected() {
        List<Layer> going =
                selection().stream().filter(layer -> !layer.locked()).toList();
        if (desk.performAll(
                each(going, layer -> new ShowCommand.RemoveLayer(desk.now().previewId(), layer.id())))) {
            desk.say(
                    going.size() == 1
                            ? Words.of("layer.removed", going.getFirst().name())
                            : Words.of("layer.removedSeveral", going.size()));
        }
    }

    private static List<ShowCommand.Single> each(List<Layer> layers, Function<Layer, ShowCommand.Single> command) {
        return layers.stream().map(command).toList();
    }

    public void selectAll() {
        Set<String> all = new LinkedHashSet<>();
        for (Layer layer : desk.preview().layers()) {
            if (layer.shown() && !layer.locked()) {
                all.add(layer.id());
            }
        }
        select(all);
    }
}
