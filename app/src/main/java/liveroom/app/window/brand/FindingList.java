package liveroom.app.window.brand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.Contrast;
import liveroom.capture.brand.Finding;
import liveroom.capture.brand.Finding.Fix;
import liveroom.capture.brand.KitCheck;
import liveroom.capture.scene.ColourRole;
import org.kordamp.ikonli.feather.Feather;

/// What is to be said about the kit, each with a button that mends it where one can.
final class FindingList extends ScrollPane {
    private final KitEditorModel model;
    private final VBox rows = new VBox();
    private List<Line> lines = List.of();

    /// A finding, and what is written of it.
    private record Line(Finding finding, String words) {}

    FindingList(KitEditorModel model) {
        this.model = model;
        setId("kit-findings");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        setFocusTraversable(false);
        rows.getStyleClass().add("room-warnings");
        setContent(rows);
        model.looks().subscribe(_ -> show());
        model.kit().subscribe(_ -> show());
    }

    /// What colours are like is known at once, the rest when the kit has been looked at.
    private void show() {
        List<Finding> findings = new ArrayList<>(model.looks().get().findings());
        findings.addAll(KitCheck.contrast(model.kit().get()));
        findings.sort(Comparator.comparing(Finding::severity));
        show(
                findings.stream().map(this::line).toList(),
                !model.looks().get().pictures().isEmpty());
    }

    private Line line(Finding finding) {
        return new Line(finding, finding.fix().map(this::contrast).orElse(finding.sentence()));
    }

    private void show(List<Line> found, boolean looked) {
        if (found.isEmpty()) {
            Label fine = Controls.label(looked ? Words.of("kit.fine") : "", Style.SMALL_TEXT, Style.MUTED_TEXT);
            fine.setId("kit-fine");
            if (looked) {
                fine.setGraphic(Controls.icon(Feather.CHECK));
            }
            rows.getChildren().setAll(fine);
        } else if (!found.equals(lines)) {
            // A button that is being pressed stays the same.
            rows.getChildren().setAll(found.stream().map(this::row).toList());
        }
        lines = found;
    }

    private Node row(Line line) {
        Finding finding = line.finding();
        Label words = Controls.label(line.words(), Style.SMALL_TEXT);
        words.setGraphic(Controls.icon(
                finding.severity() == Finding.Severity.ERROR ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE));
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        finding.fix().ifPresent(fix -> row.getChildren().add(mend(fix)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("room-warning");
        States.show(row, finding.severity() == Finding.Severity.ERROR ? Verdict.ERROR : Verdict.WARNING);
        return row;
    }

    private Button mend(Fix fix) {
        Button mend = Controls.button(
                "kit.mend",
                Feather.CHECK,
                () -> model.edit(kit -> kit.withColour(fix.role(), fix.rgb())),
                Style.QUIET_BUTTON);
        mend.setGraphic(null);
        mend.setId("kit-mend-" + fix.role().name());
        mend.getStyleClass().add("room-small-button");
        mend.setMinWidth(USE_PREF_SIZE);
        Controls.hint(mend, Words.of("kit.mend.hint", Contrast.hex(fix.rgb())));
        mend.setAccessibleText(
                Words.of("kit.mend.name", Words.of("paint.role." + fix.role().name())));
        return mend;
    }

    private String contrast(Fix fix) {
        ColourRole ground = ColourRole.valueOf(fix.role().name().replaceFirst("^ON_", ""));
        return Words.of(
                "kit.contrast.finding",
                Words.of("paint.role." + ground.name()),
                Contrast.ratio(
                        model.kit().get().colour(fix.role()), model.kit().get().colour(ground)));
    }
}
