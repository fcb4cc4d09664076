package liveroom.app.window.brand;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Confirmation;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.KitHistory;
import org.kordamp.ikonli.feather.Feather;

/// The editor of a brand kit: the form, and beside it what the kit looks like and what is to be said about it.
final class KitEditor extends VBox implements Overlay.Guarded {
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 740;
    private static final double FORM = 496;

    private final KitEditorModel model;
    private final Overlay overlay;
    private final Consumer<String> kept;
    private final KitForm form;
    private final Button undo;
    private final Button redo;
    private final MenuButton versions = new MenuButton(Words.of("kit.versions"), Controls.icon(Feather.CLOCK));
    private final Button apply;
    private final Button cancel;

    private KitEditor(KitEditorModel model, Overlay overlay, FileDialogs files, Consumer<String> kept) {
        this.model = model;
        this.overlay = overlay;
        this.kept = kept;
        form = new KitForm(model, files);
        undo = Controls.iconButton("kit.undo", Feather.CORNER_UP_LEFT, model::undo);
        undo.setId("kit-undo");
        redo = Controls.iconButton("kit.redo", Feather.CORNER_UP_RIGHT, model::redo);
        redo.setId("kit-redo");
        cancel = Controls.button("dialog.cancel", Feather.X, this::leave);
        cancel.setGraphic(null);
        cancel.setId("kit-cancel");
        apply = Controls.button("kit.apply", Feather.CHECK, this::apply, Style.MAIN_BUTTON);
        apply.setGraphic(null);
        apply.setId("kit-apply");
        setId("kit-editor");
        getStyleClass().add("room-kit-editor");
        setPrefSize(WIDTH, HEIGHT);
        getChildren().addAll(head(), middle(), foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.kit().subscribe(_ -> show());
        model.busy().subscribe(_ -> show());
        model.materials().subscribe(_ -> fillVersions());
    }

    /// Opens the editor.
    ///
    /// @param model closed when the editor is
    /// @param kept is given what the show calls the kit, once it has been applied
    static void open(KitEditorModel model, Overlay overlay, FileDialogs files, Consumer<String> kept) {
        KitEditor editor = new KitEditor(model, overlay, files, kept);
        overlay.show(editor, editor.form.first(), model::close);
    }

    private HBox head() {
        String title = switch (model.purpose()) {
            case NEW -> Words.of("kit.title.new");
            case CHANGE ->
                Words.of(
                        "kit.title.change",
                        model.kit().get().name(),
                        model.kit().get().version());
        };
        Button close = Controls.iconButton("dialog.close", Feather.X, this::leave);
        ProgressIndicator progress = new ProgressIndicator();
        progress.setPrefSize(18, 18);
        progress.setMaxSize(18, 18);
        model.busy().subscribe(busy -> Controls.present(progress, busy));
        Label heading = Controls.label(title, Style.HEADING);
        heading.setMinWidth(0);
        HBox head = new HBox(heading, progress, Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add(Style.ROW);
        return head;
    }

    private HBox middle() {
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(FORM);
        scroll.setPrefWidth(FORM);
        scroll.setId("kit-form-scroll");
        scroll.setFocusTraversable(false);
        FindingList findings = new FindingList(model);
        VBox.setVgrow(findings, Priority.ALWAYS);
        VBox side = new VBox(new SpecimenView(model), findings);
        side.getStyleClass().add("room-kit-side");
        side.setMinWidth(0);
        HBox.setHgrow(side, Priority.ALWAYS);
        HBox middle = new HBox(scroll, side);
        middle.getStyleClass().add("room-kit-middle");
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        return middle;
    }

    private HBox foot() {
        versions.setId("kit-versions");
        versions.getStyleClass().add(Style.QUIET_BUTTON);
        Controls.hint(versions, Words.of("kit.versions.hint"));
        Label problem = Controls.label("", Style.SMALL_TEXT, Style.PROBLEM_TEXT);
        problem.setId("kit-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.setMinWidth(0);
        HBox.setHgrow(problem, Priority.ALWAYS);
        model.problem().subscribe(words -> {
            problem.setText(words);
            Controls.describe(problem, words);
        });
        HBox foot = new HBox(undo, redo, versions, problem, cancel, apply);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add(Style.ROW);
        cancel.setMinWidth(USE_PREF_SIZE);
        apply.setMinWidth(USE_PREF_SIZE);
        versions.setMinWidth(USE_PREF_SIZE);
        return foot;
    }

    private void fillVersions() {
        versions.getItems()
                .setAll(model.materials().get().versions().stream()
                        .map(this::version)
                        .toList());
        Controls.present(versions, !versions.getItems().isEmpty());
    }

    private MenuItem version(KitHistory.Version version) {
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        MenuItem item = new MenuItem(Words.of(
                "kit.version",
                version.kit().version(),
                date.format(version.savedAt().atZone(ZoneId.systemDefault()))));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.goBack(version));
        return item;
    }

    private void show() {
        boolean busy = model.busy().get();
        undo.setDisable(!model.canUndo() || busy);
        redo.setDisable(!model.canRedo() || busy);
        cancel.setDisable(busy);
        apply.setDisable(!model.isReady());
    }

    private void press(KeyEvent event) {
        boolean isZ = event.isShortcutDown() && event.getCode() == KeyCode.Z;
        boolean isUndo = isZ && !event.isShiftDown();
        boolean isRedo = (isZ && event.isShiftDown()) || (event.isShortcutDown() && event.getCode() == KeyCode.Y);
        if (isUndo) {
            model.undo();
        } else if (isRedo) {
            model.redo();
        } else {
            return;
        }
        event.consume();
    }

    private void apply() {
        if (model.isReady()) {
            model.apply(name -> {
                overlay.close();
                kept.accept(name);
            });
        }
    }

    /// Asks first where work would be lost.
    @Override
    public void leave() {
        if (model.busy().get()) {
            return;
        }
        if (model.isChanged()) {
            Confirmation.ask(overlay, "kit.discard", overlay::close);
        } else {
            overlay.close();
        }
    }
}
