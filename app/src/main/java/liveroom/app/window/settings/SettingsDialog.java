package liveroom.app.window.settings;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.util.StringConverter;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.Settings;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Scroller;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.app.window.settings.SettingsForm.Field;
import org.kordamp.ikonli.feather.Feather;

/// The form: a section for each part, what is wrong under the field it is wrong in.
public final class SettingsDialog extends VBox {
    private static final double CHOICE_WIDTH = 200;

    private final SettingsForm form;
    private final Stage stage;
    private final VBox sections = new VBox();
    private final TextField title;

    private SettingsDialog(SettingsForm form, Overlay overlay, Stage stage, Runnable keys, Runnable save) {
        this.form = form;
        this.stage = stage;
        getStyleClass().add("room-settings-dialog");
        setId("settings-dialog");
        setPrefWidth(640);
        sections.getStyleClass().add("room-settings-sections");
        title = text(Field.TITLE);
        section(
                "show",
                row("TITLE", title, Field.TITLE),
                row(
                        "THEME",
                        choice(
                                "THEME",
                                form.theme(),
                                List.of(Settings.Theme.values()),
                                theme -> Words.of("theme." + theme.name()))));
        section(
                "picture",
                row("SIZE", choice("SIZE", form.size(), sizes(), size -> size.width() + " × " + size.height())),
                row("FPS", choice("FPS", form.fps(), rates(), fps -> Words.of("settings.fps", fps))),
                row("BITRATE", text(Field.BITRATE), Field.BITRATE));
        Button change = Controls.button("settings.keys", Feather.COMMAND, keys, Style.QUIET_BUTTON);
        change.setId("settings-keys");
        section("keyboard", row("KEYS", change));
        section("recording", row("RECORDINGS", folder(), Field.RECORDINGS));
        section(
                "network",
                row("PORT", text(Field.PORT), Field.PORT),
                row("VIEWERS", text(Field.VIEWERS), Field.VIEWERS),
                row("PER_ADDRESS", text(Field.PER_ADDRESS), Field.PER_ADDRESS),
                row("STUN", text(Field.STUN), Field.STUN),
                row("TURN", text(Field.TURN), Field.TURN));
        getChildren().addAll(head(overlay), new Scroller(sections), foot(overlay, save));
    }

    /// Shows the form.
    ///
    /// @param said shows a sentence for a moment
    /// @param follow what else of the window follows the settings
    public static void open(
            KeptSettings settings, Overlay overlay, Stage stage, Consumer<String> said, Following follow) {
        SettingsForm form = new SettingsForm(settings.current());
        SettingsDialog dialog = new SettingsDialog(form, overlay, stage, follow.keys(), () -> {
            if (form.check()) {
                boolean restart = form.needsRestart();
                settings.change(form::apply);
                overlay.close();
                follow.themed().run();
                said.accept(Words.of(restart ? "settings.keptRestart" : "settings.kept"));
            }
        });
        overlay.show(dialog, dialog.title, () -> {});
    }

    private static HBox head(Overlay overlay) {
        Button close = Controls.iconButton("dialog.close", Feather.X, overlay::close);
        HBox head = new HBox(Controls.label(Words.of("settings.title"), Style.HEADING), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static HBox foot(Overlay overlay, Runnable save) {
        Label note = Controls.label(Words.of("settings.note"), Style.SMALL_TEXT, Style.MUTED_TEXT);
        note.setWrapText(true);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        Button cancel = Controls.button("dialog.cancel", Feather.X, overlay::close);
        cancel.setGraphic(null);
        Button keep = Controls.button("settings.save", Feather.CHECK, save, Style.MAIN_BUTTON);
        keep.setGraphic(null);
        keep.setId("settings-save");
        keep.setDefaultButton(true);
        HBox foot = new HBox(note, cancel, keep);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add(Style.ROW);
        return foot;
    }

    private void section(String key, Node... rows) {
        VBox section = new VBox(Controls.label(Words.of("settings.section." + key), Style.LABEL));
        section.getChildren().addAll(rows);
        section.getStyleClass().add("room-settings-section");
        sections.getChildren().add(section);
    }

    private Node row(String key, Node control, Field field) {
        Label problem = Controls.label("", Style.SMALL_TEXT, Style.PROBLEM_TEXT);
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        Runnable show = () -> {
            String words = form.problems().getOrDefault(field, "");
            problem.setText(words);
            Controls.present(problem, !words.isEmpty());
            States.show(
                    control,
                    words.isEmpty() ? liveroom.app.window.kit.Verdict.NEUTRAL : liveroom.app.window.kit.Verdict.ERROR);
        };
        form.problems().addListener((MapChangeListener<Field, String>) _ -> show.run());
        show.run();
        return grid(key, new VBox(control, problem));
    }

    private Node row(String key, Node control) {
        return grid(key, control);
    }

    private static Node grid(String key, Node control) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("room-settings-row");
        ColumnConstraints names = new ColumnConstraints(168);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, controls);
        Label name = Controls.label(Words.of("settings." + key));
        name.setLabelFor(control);
        Controls.hint(name, Words.of("settings." + key + ".hint"));
        name.setMinHeight(32);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        grid.addRow(0, name, control);
        return grid;
    }

    private TextField text(Field field) {
        TextField text = new TextField();
        text.textProperty().bindBidirectional(form.field(field));
        text.setId("settings-" + field.name());
        switch (field) {
            case BITRATE, PORT, VIEWERS, PER_ADDRESS -> text.setMaxWidth(CHOICE_WIDTH);
            case TITLE, RECORDINGS, STUN, TURN -> text.setMaxWidth(Double.MAX_VALUE);
        }
        named(text, field.name());
        return text;
    }

    private <T> ComboBox<T> choice(
            String key,
            javafx.beans.property.ObjectProperty<T> value,
            List<T> items,
            java.util.function.Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(items);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                return value.get();
            }
        });
        box.valueProperty().bindBidirectional(value);
        box.setId("settings-" + key);
        box.setPrefWidth(CHOICE_WIDTH);
        named(box, key);
        return box;
    }

    private static void named(Control control, String key) {
        Controls.name(control, Words.of("settings." + key));
        Controls.hint(control, Words.of("settings." + key + ".hint"));
    }

    private HBox folder() {
        TextField field = text(Field.RECORDINGS);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button browse = Controls.button("settings.browse", Feather.FOLDER, () -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(Words.of("settings.RECORDINGS"));
            File folder = new File(field.getText());
            if (folder.isDirectory()) {
                chooser.setInitialDirectory(folder);
            }
            File chosen = chooser.showDialog(stage);
            if (chosen != null) {
                field.setText(chosen.getAbsolutePath());
            }
        });
        HBox line = new HBox(field, browse);
        line.getStyleClass().add(Style.ROW);
        return line;
    }

    private List<liveroom.capture.media.VideoFormat> sizes() {
        return withCurrent(SettingsForm.SIZES, form.size().get());
    }

    private List<Integer> rates() {
        return withCurrent(SettingsForm.RATES, form.fps().get());
    }

    /// A value that stands in the file but not in the list stays choosable.
    private static <T> List<T> withCurrent(List<T> usual, T current) {
        if (usual.contains(current)) {
            return usual;
        }
        List<T> all = new ArrayList<>(usual);
        all.add(current);
        return all;
    }

    /// What the window does beside the form.
    ///
    /// @param keys opens the page of keys
    /// @param themed shows the theme that is now in the settings
    public record Following(Runnable keys, Runnable themed) {}
}
