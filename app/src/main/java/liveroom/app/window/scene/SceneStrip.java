package liveroom.app.window.scene;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import liveroom.app.settings.Settings.StudioMode;
import liveroom.app.window.hotkey.Hotkey;
import liveroom.app.window.hotkey.Hotkeys;
import liveroom.app.window.hotkey.HotkeysModel;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.FadingRow;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Prompt;
import liveroom.app.window.kit.Reordering;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Scene;
import org.kordamp.ikonli.feather.Feather;

/// The scenes in a row, undo and redo, the brand, and what folds the next picture away.
public final class SceneStrip extends HBox {
    private final ScenesModel model;
    private final DeskModel desk;
    private final Overlay overlay;
    private final ListView<Scene> list = new ListView<>();
    private final Button undo;
    private final Button redo;
    private final ToggleButton fold = new ToggleButton("", Controls.icon(Feather.COLUMNS));

    public SceneStrip(SceneStrip.Models models, Region brand, Overlay overlay) {
        this.model = models.scenes();
        this.desk = models.desk();
        this.overlay = overlay;
        getStyleClass().add("room-scene-strip");
        setAlignment(Pos.CENTER_LEFT);
        HotkeysModel hotkeys = models.hotkeys();
        undo = Controls.iconButton("scene.undo", Feather.CORNER_UP_LEFT, desk::undo);
        redo = Controls.iconButton("scene.redo", Feather.CORNER_UP_RIGHT, desk::redo);
        undo.setId("undo");
        redo.setId("redo");
        Hotkeys.hint(undo, hotkeys, Hotkey.UNDO, () -> Words.of("scene.undo"));
        Hotkeys.hint(redo, hotkeys, Hotkey.REDO, () -> Words.of("scene.redo"));
        Button add = Controls.iconButton("scene.add", Feather.PLUS, model::add);
        add.setId("add-scene");
        fold.setId("studio-mode");
        fold.getStyleClass().add(Style.ICON_BUTTON);
        fold.setAccessibleText(Words.of("scene.mode"));
        fold.setOnAction(_ -> model.toggleMode());
        Hotkeys.hint(fold, hotkeys, Hotkey.STUDIO_MODE, () -> Words.of("scene.mode.hint"));
        model.mode().subscribe(mode -> fold.setSelected(mode == StudioMode.OPEN));
        prepareList(models.stills(), hotkeys);
        FadingRow scenes = new FadingRow(list);
        HBox.setHgrow(scenes, Priority.ALWAYS);
        getChildren().addAll(scenes, add, more(), undo, redo, brand, fold);
        desk.state().subscribe(_ -> fill());
        model.onAir().subscribe(_ -> list.refresh());
    }

    /// What the strip shows, and what its keys are.
    public record Models(ScenesModel scenes, DeskModel desk, StillsModel stills, HotkeysModel hotkeys) {}

    private void prepareList(StillsModel stills, HotkeysModel hotkeys) {
        list.setId("scenes");
        list.setOrientation(Orientation.HORIZONTAL);
        list.setAccessibleText(Words.of("scene.list"));
        list.getStyleClass().add("room-scenes");
        list.setPrefWidth(120);
        list.setMinWidth(80);
        Controls.hint(list, Words.of("scene.list.hint"));
        Reordering<Scene> reordering = new Reordering<>(list, model::move);
        list.setCellFactory(_ -> {
            SceneCell cell = new SceneCell(model, stills, hotkeys);
            reordering.install(cell);
            return cell;
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        list.addEventFilter(ScrollEvent.SCROLL, this::turn);
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(_ -> menu.getItems().setAll(items()));
        menu.getItems().setAll(items());
        list.setContextMenu(menu);
    }

    private void press(KeyEvent event) {
        selected().ifPresent(scene -> {
            switch (event.getCode()) {
                case ENTER, SPACE -> model.choose(scene);
                case F2 -> rename(scene);
                case DELETE -> model.remove(scene);
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    /// A wheel turns up and down; the scenes lie side by side.
    private void turn(ScrollEvent event) {
        if (event.getDeltaX() == 0 && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollPixels(-event.getDeltaY());
            event.consume();
        }
    }

    private Optional<Scene> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private MenuButton more() {
        MenuButton more = new MenuButton("", Controls.icon(Feather.MORE_VERTICAL));
        more.setId("scene-menu");
        more.getStyleClass().add(Style.ICON_BUTTON);
        Controls.name(more, Words.of("scene.menu"));
        more.setOnShowing(_ -> more.getItems().setAll(items()));
        more.getItems().setAll(items());
        return more;
    }

    private MenuItem[] items() {
        return new MenuItem[] {
            item("scene.rename", Feather.EDIT_2, () -> selected().ifPresent(this::rename)),
            item("scene.duplicate", Feather.COPY, () -> selected().ifPresent(model::duplicate)),
            item("scene.left", Feather.ARROW_LEFT, () -> selected().ifPresent(scene -> shift(scene, -1))),
            item("scene.right", Feather.ARROW_RIGHT, () -> selected().ifPresent(scene -> shift(scene, 1))),
            new SeparatorMenuItem(),
            item("scene.remove", Feather.TRASH_2, () -> selected().ifPresent(model::remove))
        };
    }

    /// A line of a menu with a picture. @param key of the words
    public static MenuItem item(String key, Feather picture, Runnable action) {
        MenuItem item = new MenuItem(Words.of(key), Controls.icon(picture));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void shift(Scene scene, int by) {
        model.move(scene, model.scenes().indexOf(scene) + by);
    }

    private void rename(Scene scene) {
        Prompt.ask(overlay, "scene.rename", scene.name(), name -> model.rename(scene, name));
    }

    private void fill() {
        String selectedId = selected().map(Scene::id).orElse("");
        boolean sameNext = desk.now().previewId().equals(list.getUserData());
        String wanted = sameNext ? selectedId : desk.now().previewId();
        list.setUserData(desk.now().previewId());
        list.getItems().setAll(model.scenes());
        for (Scene scene : model.scenes()) {
            if (scene.id().equals(wanted)) {
                list.getSelectionModel().select(scene);
            }
        }
        list.refresh();
        undo.setDisable(!desk.now().canUndo());
        redo.setDisable(!desk.now().canRedo());
    }
}
