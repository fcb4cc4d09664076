package liveroom.app.window.inspect;

import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;

/// One field: its name, its control, and what is wrong with what stands in it.
final class FieldBox extends VBox {
    private static final int LINES = 2;

    private final InspectorModel model;
    private final Field field;
    private final Label problem = Controls.label("", Style.SMALL_TEXT, Style.PROBLEM_TEXT);
    private final String name;
    private final MapChangeListener<String, String> problemsChanged = _ -> showProblem();
    private Runnable show = () -> {};
    private boolean showing;

    FieldBox(InspectorModel model, Field field, Pickers pickers) {
        this.model = model;
        this.field = field;
        this.name = Words.of("inspect." + field.key());
        getStyleClass().add("room-field");
        setMinWidth(0);
        setPrefWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        Region control = switch (field) {
            case Field.Typed typed -> typed(typed, pickers);
            case Field.Chosen few -> few(few);
            case Field.Painted painted -> painted(painted, pickers);
        };
        Label label = Controls.label(name, Style.SMALL_TEXT, Style.MUTED_TEXT);
        label.setLabelFor(control);
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.setId("problem-" + field.key());
        getChildren().addAll(label, control, problem);
        model.problems().addListener(new WeakMapChangeListener<>(problemsChanged));
        refresh();
    }

    /// Whether it needs the room of two.
    boolean isWide() {
        return field instanceof Field.Typed typed
                && switch (typed.shape()) {
                    case LINES, FILE, SOURCE -> true;
                    case LINE, NUMBER -> false;
                };
    }

    /// Whether it begins a line of its own, as what goes does under what comes.
    boolean beginsLine() {
        return field.key().equals("exit");
    }

    /// Shows what is in the layer, or in the draft.
    void refresh() {
        showing = true;
        show.run();
        showing = false;
        showProblem();
    }

    private void showProblem() {
        String words = model.problems().getOrDefault(field.key(), "");
        problem.setText(words);
        Controls.present(problem, !words.isEmpty());
        for (var child : getChildren()) {
            States.show(child, words.isEmpty() ? Verdict.NEUTRAL : Verdict.ERROR);
        }
    }

    private Region typed(Field.Typed typed, Pickers pickers) {
        TextInputControl input = typed.shape() == Field.Shape.LINES ? area() : new TextField();
        input.setId("field-" + field.key());
        Controls.name(input, name);
        show = () -> {
            String text = model.text(typed);
            if (!text.equals(input.getText())) {
                input.setText(text);
            }
        };
        input.textProperty().subscribe((_, text) -> {
            if (!showing) {
                model.type(typed, text);
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> keys(event, typed));
        return switch (typed.shape()) {
            case LINE, LINES, NUMBER -> input;
            case FILE -> beside(input, pickers.file(name, path -> take(typed, path)));
            case SOURCE -> beside(input, pickers.source(source -> take(typed, source)));
        };
    }

    /// What is picked from a list or a dialog is meant as it is.
    private void take(Field.Typed typed, String text) {
        model.type(typed, text);
        model.confirm();
        refresh();
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setPrefRowCount(LINES);
        area.setWrapText(true);
        area.setMinHeight(USE_PREF_SIZE);
        return area;
    }

    private static HBox beside(Region input, Region picker) {
        HBox.setHgrow(input, Priority.ALWAYS);
        input.setMinWidth(0);
        HBox line = new HBox(input, picker);
        line.getStyleClass().add(Style.ROW);
        return line;
    }

    /// Enter confirms, in several lines with Ctrl; Escape discards.
    private void keys(KeyEvent event, Field.Typed typed) {
        boolean lines = typed.shape() == Field.Shape.LINES;
        if (event.getCode() == KeyCode.ENTER && (!lines || event.isShortcutDown())) {
            model.confirm();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && model.drafting().get()) {
            model.discard();
            event.consume();
        }
    }

    private ComboBox<String> few(Field.Chosen few) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(few.options());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String option) {
                return option == null || option.isEmpty() ? "" : Words.of("inspect.option." + option);
            }

            @Override
            public String fromString(String text) {
                return model.option(few);
            }
        });
        box.setId("field-" + field.key());
        box.setMaxWidth(Double.MAX_VALUE);
        Controls.name(box, name);
        show = () -> box.setValue(model.option(few));
        box.valueProperty().subscribe((_, option) -> {
            if (!showing && option != null) {
                model.choose(few, option);
            }
        });
        return box;
    }

    private PaintPicker painted(Field.Painted painted, Pickers pickers) {
        PaintPicker picker = new PaintPicker(name, pickers.kit(), paint -> model.paint(painted, paint));
        picker.setId("field-" + field.key());
        show = () -> model.layer()
                .get()
                .ifPresent(layer -> picker.show(painted.reader().apply(layer)));
        return picker;
    }
}
