package liveroom.app.window.rundown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import liveroom.app.window.hotkey.Hotkey;
import liveroom.app.window.hotkey.Hotkeys;
import liveroom.app.window.hotkey.HotkeysModel;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.EmptyState;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Prompt;
import liveroom.app.window.kit.Reordering;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;
import org.kordamp.ikonli.feather.Feather;

/// The cues in their order, and one large button that takes the next.
public final class RundownView extends VBox {
    private final RundownModel model;
    private final Overlay overlay;
    private final ListView<Cue> list = new ListView<>();
    private final Button next = new Button();
    private final Label nextName = Controls.label("", "room-next-name");
    private final EmptyState empty = new EmptyState(Feather.LIST, "cue.empty");

    public RundownView(RundownModel model, HotkeysModel hotkeys, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        getStyleClass().add("room-rundown");
        next.setId("next-cue");
        next.getStyleClass().addAll(Style.MAIN_BUTTON, "room-next");
        next.setMaxWidth(Double.MAX_VALUE);
        next.setMnemonicParsing(false);
        Label word = Controls.label(Words.of("cue.next"), "room-next-word");
        VBox words = new VBox(word, nextName);
        words.setAlignment(Pos.CENTER_LEFT);
        next.setGraphic(words);
        next.setOnAction(_ -> model.takeNext());
        Hotkeys.hint(next, hotkeys, Hotkey.NEXT_CUE, () -> Words.of("cue.next.hint"));
        prepareList();
        StackPane middle = new StackPane(list, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(next, middle, foot());
        model.desk().state().subscribe(_ -> fill());
    }

    private void prepareList() {
        list.setId("cues");
        list.getStyleClass().add("room-cue-list");
        list.setAccessibleText(Words.of("cue.list"));
        Controls.hint(list, Words.of("cue.list.hint"));
        Reordering<Cue> reordering = new Reordering<>(list, model::move);
        list.setCellFactory(_ -> {
            CueRow row = new CueRow(model);
            reordering.install(row);
            return row;
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        list.setContextMenu(new ContextMenu(
                item("cue.skip", Feather.SKIP_FORWARD, () -> selected().ifPresent(model::skipTo)),
                item("cue.rename", Feather.EDIT_2, () -> selected().ifPresent(this::rename)),
                item("cue.up", Feather.ARROW_UP, () -> selected().ifPresent(cue -> shift(cue, -1))),
                item("cue.down", Feather.ARROW_DOWN, () -> selected().ifPresent(cue -> shift(cue, 1))),
                new SeparatorMenuItem(),
                item("cue.remove", Feather.TRASH_2, () -> selected().ifPresent(model::remove))));
    }

    private void press(KeyEvent event) {
        selected().ifPresent(cue -> {
            switch (event.getCode()) {
                case ENTER, SPACE -> model.skipTo(cue);
                case F2 -> rename(cue);
                case DELETE -> model.remove(cue);
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    private HBox foot() {
        MenuButton add = new MenuButton(Words.of("cue.add"), Controls.icon(Feather.PLUS));
        add.setId("add-cue");
        add.getStyleClass().add(Style.QUIET_BUTTON);
        Controls.hint(add, Words.of("cue.add.hint"));
        add.setOnShowing(_ -> add.getItems().setAll(additions()));
        add.getItems().setAll(additions());
        HBox foot = new HBox(add);
        foot.getStyleClass().add("room-rundown-foot");
        return foot;
    }

    private List<MenuItem> additions() {
        List<MenuItem> items = new ArrayList<>();
        for (Scene scene : model.desk().now().show().scenes()) {
            Menu menu = new Menu(scene.name(), Controls.icon(Feather.FILM));
            menu.setMnemonicParsing(false);
            addition(menu, "take.cut", () -> model.addTake(scene, Transition.CUT));
            addition(menu, "take.fade", () -> model.addTake(scene, Transition.FADE));
            addition(menu, "take.stinger", () -> model.addTake(scene, Transition.STINGER));
            if (!scene.layers().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            for (Layer layer : scene.layers()) {
                reveal(menu, Words.of("cue.show", layer.name()), () -> model.addReveal(scene, layer, true));
                reveal(menu, Words.of("cue.hide", layer.name()), () -> model.addReveal(scene, layer, false));
            }
            items.add(menu);
        }
        return items;
    }

    private static void addition(Menu menu, String key, Runnable action) {
        reveal(menu, Words.of(key), action);
    }

    private static void reveal(Menu menu, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
    }

    private static MenuItem item(String key, Feather picture, Runnable action) {
        MenuItem item = new MenuItem(Words.of(key), Controls.icon(picture));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Optional<Cue> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void shift(Cue cue, int by) {
        model.move(cue, model.cues().indexOf(cue) + by);
    }

    private void rename(Cue cue) {
        Prompt.ask(overlay, "cue.rename", cue.label(), label -> model.rename(cue, label));
    }

    /// Puts the keyboard on the list.
    public void takeKeyboard() {
        list.requestFocus();
    }

    private void fill() {
        String selectedId = selected().map(Cue::id).orElse("");
        if (!list.getItems().equals(model.cues())) {
            list.getItems().setAll(model.cues());
            for (Cue cue : model.cues()) {
                if (cue.id().equals(selectedId)) {
                    list.getSelectionModel().select(cue);
                }
            }
        }
        list.refresh();
        Controls.present(empty, model.cues().isEmpty());
        Optional<Cue> coming = model.next();
        next.setDisable(coming.isEmpty());
        String name = coming.map(Cue::label).orElseGet(() -> Words.of("cue.none"));
        nextName.setText(name);
        next.setAccessibleText(Words.of("cue.next.spoken", name));
    }
}
