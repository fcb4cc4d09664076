package liveroom.app.window.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import liveroom.app.settings.Settings.Typing;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.EmptyState;
import liveroom.app.window.kit.Scroller;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.app.window.scene.DeskModel;
import liveroom.app.window.scene.HandsOnModel;
import liveroom.capture.scene.Layer;
import org.kordamp.ikonli.feather.Feather;

/// The selected layer: pages of fields, what waits to be applied, what is wrong and what to do about it.
public final class InspectorView extends VBox {
    private final InspectorModel model;
    private final DeskModel desk;
    private final HandsOnModel hands;
    private final Pickers pickers;
    private final ToggleGroup pages = new ToggleGroup();
    private final FieldGrid grid = new FieldGrid();
    private final TimerButtons timer;
    private final VBox warnings = new VBox();
    private final Label count = Controls.label("", Style.MUTED_TEXT);
    private final StackPane nothing = new StackPane();
    private final Scroller scroll;
    private final HBox head = new HBox();
    private final Button apply;
    private final Button discard;
    private List<FieldBox> boxes = List.of();
    private Shown shown = Shown.NOTHING;
    private int selected;

    public InspectorView(InspectorModel model, DeskModel desk, HandsOnModel hands, Pickers pickers) {
        this.model = model;
        this.desk = desk;
        this.hands = hands;
        this.pickers = pickers;
        timer = new TimerButtons(model);
        getStyleClass().add("room-inspector");
        apply = Controls.button("inspect.apply", Feather.CHECK, model::confirm, Style.MAIN_BUTTON);
        apply.setId("apply");
        discard = Controls.button("inspect.discard", Feather.X, model::discard, Style.QUIET_BUTTON);
        discard.setId("discard");
        for (Button button : new Button[] {apply, discard}) {
            button.setGraphic(null);
            button.getStyleClass().add("room-small-button");
            button.setMinWidth(USE_PREF_SIZE);
        }
        warnings.getStyleClass().add("room-warnings");
        VBox content = new VBox(warnings, count, grid);
        content.getStyleClass().add("room-inspector-content");
        scroll = new Scroller(content);
        StackPane middle = new StackPane(scroll, nothing);
        VBox.setVgrow(middle, Priority.ALWAYS);
        fillHead();
        nothing.getChildren().add(new EmptyState(Feather.SLIDERS, "inspect.empty"));
        getChildren().addAll(head, middle);
        hands.outlines().subscribe(outlines -> {
            if (outlines.boxes().size() != selected) {
                show();
            }
        });
        model.layer().subscribe(_ -> show());
        desk.state().subscribe(_ -> show());
        model.drafting().subscribe(this::showDraft);
    }

    private void fillHead() {
        HBox segments = new HBox();
        segments.getStyleClass().addAll("room-segments", "room-small-segments");
        for (Field.Page page : Field.Page.values()) {
            ToggleButton button = new ToggleButton(Words.of("inspect.page." + page.name()));
            button.setId("page-" + page.name());
            button.setToggleGroup(pages);
            button.setUserData(page);
            Controls.hint(button, Words.of("inspect.page." + page.name()));
            segments.getChildren().add(button);
        }
        pages.selectToggle(pages.getToggles().getFirst());
        pages.selectedToggleProperty().subscribe((before, after) -> {
            if (after == null) {
                pages.selectToggle(before);
            }
            show();
        });
        ToggleButton typing = new ToggleButton("", Controls.icon(Feather.ZAP));
        typing.setId("typing");
        typing.getStyleClass().add(Style.ICON_BUTTON);
        Controls.name(typing, Words.of("inspect.typing"));
        Controls.hint(typing, Words.of("inspect.typing.hint"));
        typing.setSelected(model.typing().get() == Typing.AT_ONCE);
        typing.setOnAction(_ -> model.typing().set(typing.isSelected() ? Typing.AT_ONCE : Typing.CONFIRMED));
        head.getChildren().addAll(segments, typing, Controls.spring(), discard, apply);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("room-work-head");
    }

    private Field.Page page() {
        return pages.getSelectedToggle() instanceof ToggleButton button
                        && button.getUserData() instanceof Field.Page page
                ? page
                : Field.Page.CONTENT;
    }

    private void show() {
        Optional<Layer> layer = model.layer().get();
        selected = hands.outlines().get().boxes().size();
        Controls.present(head, layer.isPresent());
        Controls.present(scroll, selected > 0);
        Controls.present(nothing, selected == 0);
        Controls.present(grid, layer.isPresent());
        count.setText(Words.of("inspect.several", selected));
        Controls.present(count, selected > 1);
        List<Field> fields = model.fields(page());
        Shown wanted = layer.map(one -> new Shown(
                        one.id(), page(), fields.stream().map(Field::key).toList()))
                .orElse(Shown.NOTHING);
        if (!wanted.equals(shown)) {
            shown = wanted;
            build(fields);
        }
        boxes.forEach(FieldBox::refresh);
        model.timer().ifPresent(timer::show);
        layer.ifPresentOrElse(this::showWarnings, () -> Controls.present(warnings, false));
    }

    private void build(List<Field> fields) {
        boxes = fields.stream()
                .map(field -> new FieldBox(model, field, pickers))
                .toList();
        place();
    }

    private void place() {
        List<Region> cells = new ArrayList<>(boxes);
        if (page() == Field.Page.CONTENT && model.timer().isPresent()) {
            cells.add(timer);
        }
        grid.show(cells);
    }

    private void showWarnings(Layer layer) {
        List<Node> rows = new ArrayList<>();
        for (Warning warning :
                Guardrails.of(desk.preview(), layer, pickers.kit().get())) {
            Label words = Controls.label(warning.words(), Style.SMALL_TEXT);
            words.setGraphic(Controls.icon(Feather.ALERT_TRIANGLE));
            words.setWrapText(true);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            Button mend = Controls.button(
                    "inspect.mend", Feather.CHECK, () -> model.replace(warning.remedy()), Style.QUIET_BUTTON);
            mend.setGraphic(null);
            mend.setId("mend");
            mend.getStyleClass().add("room-small-button");
            mend.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(words, mend);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("room-warning");
            rows.add(row);
        }
        warnings.getChildren().setAll(rows);
        Controls.present(warnings, !rows.isEmpty());
    }

    private void showDraft(boolean draft) {
        Controls.present(apply, draft);
        Controls.present(discard, draft);
        if (!draft) {
            boxes.forEach(FieldBox::refresh);
        }
    }

    /// What the fields were made for.
    private record Shown(String layerId, Field.Page page, List<String> fields) {
        static final Shown NOTHING = new Shown("", Field.Page.CONTENT, List.of());
    }
}
