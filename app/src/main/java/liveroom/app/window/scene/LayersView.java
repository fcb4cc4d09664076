package liveroom.app.window.scene;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.EmptyState;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Prompt;
import liveroom.app.window.kit.Reordering;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.Layout;
import org.kordamp.ikonli.feather.Feather;

/// The layers of the next scene, the one in front on top.
public final class LayersView extends VBox {
    private final LayersModel model;
    private final Overlay overlay;
    private final ListView<Layer> list = new ListView<>();
    private final EmptyState empty = new EmptyState(Feather.LAYERS, "layer.empty");
    private boolean filling;

    public LayersView(LayersModel model, DeskModel desk, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        getStyleClass().add("room-layers");
        prepareList();
        StackPane middle = new StackPane(list, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head(), middle);
        desk.state().subscribe(_ -> fill());
        model.selected().subscribe(_ -> showSelection());
    }

    private HBox head() {
        MenuButton add = menu("add-layer", "layer.add", Feather.PLUS);
        for (LayerKind kind : LayerKind.values()) {
            MenuItem item = SceneStrip.item("layer.kind." + kind.name(), LayerRow.icon(kind), () -> model.add(kind));
            item.setId("add-" + kind.name());
            add.getItems().add(item);
        }
        MenuButton layouts = menu("layouts", "layer.layouts", Feather.LAYOUT);
        for (Layout layout : Layout.values()) {
            MenuItem item = new MenuItem(Words.of("layout." + layout.name()));
            item.setOnAction(_ -> model.arrange(layout));
            layouts.getItems().add(item);
        }
        MenuButton more = menu("layer-menu", "layer.menu", Feather.MORE_VERTICAL);
        more.getItems().setAll(items());
        model.selected().subscribe(ids -> more.setDisable(ids.isEmpty()));
        HBox head =
                new HBox(Controls.label(Words.of("layer.title"), Style.LABEL), Controls.spring(), layouts, add, more);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("room-work-head");
        return head;
    }

    private static MenuButton menu(String id, String key, Feather picture) {
        MenuButton menu = new MenuButton("", Controls.icon(picture));
        menu.setId(id);
        menu.getStyleClass().add(Style.ICON_BUTTON);
        Controls.name(menu, Words.of(key));
        return menu;
    }

    private void prepareList() {
        list.setId("layers");
        list.setAccessibleText(Words.of("layer.title"));
        Controls.hint(list, Words.of("layer.list.hint"));
        list.getStyleClass().add("room-layer-list");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().subscribe(this::selectionChanged);
        Reordering<Layer> reordering = new Reordering<>(list, model::move);
        list.setCellFactory(_ -> {
            LayerRow row = new LayerRow(model);
            reordering.install(row);
            return row;
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        list.setContextMenu(new ContextMenu(items()));
    }

    /// What can be done about the selected layer.
    private MenuItem[] items() {
        return new MenuItem[] {
            SceneStrip.item("layer.toggle", Feather.EYE, model::toggleSelectedShown),
            SceneStrip.item("layer.lock", Feather.LOCK, model::toggleSelectedLocked),
            item("layer.rename", Feather.EDIT_2, this::rename),
            item("layer.duplicate", Feather.COPY, model::duplicate),
            item("layer.forward", Feather.ARROW_UP, layer -> shift(layer, -1)),
            item("layer.back", Feather.ARROW_DOWN, layer -> shift(layer, 1)),
            new SeparatorMenuItem(),
            SceneStrip.item("layer.remove", Feather.TRASH_2, model::removeSelected)
        };
    }

    private MenuItem item(String key, Feather picture, Consumer<Layer> action) {
        return SceneStrip.item(key, picture, () -> selected().ifPresent(action));
    }

    private void press(KeyEvent event) {
        selected().ifPresent(layer -> {
            switch (event.getCode()) {
                case SPACE, H -> model.toggleSelectedShown();
                case L -> model.toggleSelectedLocked();
                case F2 -> rename(layer);
                case DELETE, BACK_SPACE -> model.removeSelected();
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    private Optional<Layer> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void shift(Layer layer, int by) {
        model.move(layer, model.frontFirst().indexOf(layer) + by);
    }

    private void rename(Layer layer) {
        Prompt.ask(overlay, "layer.rename", layer.name(), name -> model.rename(layer, name));
    }

    private void fill() {
        filling = true;
        list.getItems().setAll(model.frontFirst());
        filling = false;
        Controls.present(empty, list.getItems().isEmpty());
        showSelection();
    }

    private void showSelection() {
        if (filling) {
            return;
        }
        filling = true;
        Set<String> wanted = model.selected().get();
        list.getSelectionModel().clearSelection();
        for (Layer layer : list.getItems()) {
            if (wanted.contains(layer.id())) {
                list.getSelectionModel().select(layer);
            }
        }
        filling = false;
    }

    private void selectionChanged() {
        if (!filling) {
            filling = true;
            model.select(list.getSelectionModel().getSelectedItems().stream()
                    .map(Layer::id)
                    .collect(Collectors.toSet()));
            filling = false;
        }
    }
}
