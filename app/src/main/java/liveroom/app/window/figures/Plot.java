package liveroom.app.window.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Spread;
import liveroom.app.window.kit.Style;

/// The worst and the median of one figure over time, the latest at the right with its value beside it. Its nodes are
/// made once; showing new values changes two paths.
final class Plot extends Pane {
    static final double LEFT = 34;
    static final double RIGHT = 60;
    private static final double TOP = 4;
    private static final double HEIGHT = 72;
    private static final double NOW_HEIGHT = 16;

    private final Rule rule;
    private final DoubleFunction<String> words;
    private final Region band = new Region();
    private final List<Region> lines = new ArrayList<>();
    private final List<Label> marks = new ArrayList<>();
    private final Path worst = path("chart-worst");
    private final Path median = path("chart-median");
    private final Label worstNow = Controls.label("", "chart-now");
    private final Label medianNow = Controls.label("", "chart-now", "of-median");
    private List<Optional<Spread>> values = List.of();
    private Rule.Range range;

    /// Makes a plot without values.
    ///
    /// @param words a value as it is read
    Plot(Rule rule, DoubleFunction<String> words) {
        this.rule = rule;
        this.words = words;
        range = rule.range(List.of());
        setMinSize(160, HEIGHT);
        setPrefHeight(HEIGHT);
        band.getStyleClass().add("chart-band");
        band.setManaged(false);
        getChildren().add(band);
        for (int i = 0; i < Rule.LINES; i++) {
            Region line = new Region();
            line.getStyleClass().add("chart-grid");
            line.setManaged(false);
            Label mark = Controls.label("", Style.METER_MARK);
            mark.setManaged(false);
            lines.add(line);
            marks.add(mark);
        }
        worstNow.setManaged(false);
        medianNow.setManaged(false);
        getChildren().addAll(lines);
        getChildren().addAll(marks);
        getChildren().addAll(worst, median, worstNow, medianNow);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        path.setClip(new Rectangle());
        return path;
    }

    void show(List<Optional<Spread>> newValues) {
        values = newValues;
        range = rule.range(values.stream().flatMap(Optional::stream).toList());
        layoutChildren();
    }

    private double width() {
        return Math.max(1, getWidth() - LEFT - RIGHT);
    }

    private double y(double value) {
        double share = (range.to() - Math.clamp(value, range.from(), range.to())) / (range.to() - range.from());
        return TOP + share * (HEIGHT - 2 * TOP);
    }

    @Override
    protected void layoutChildren() {
        band.setVisible(rule.band().isPresent());
        rule.band()
                .ifPresent(held ->
                        band.resizeRelocate(LEFT, y(held.lateMs()), width(), y(held.earlyMs()) - y(held.lateMs())));
        for (int i = 0; i < Rule.LINES; i++) {
            double value = range.line(i);
            lines.get(i).resizeRelocate(LEFT, Math.rint(y(value)), width(), 1);
            Label mark = marks.get(i);
            mark.setText(rule.mark(value));
            mark.autosize();
            mark.relocate(LEFT - 6 - mark.getWidth(), Math.rint(y(value) - mark.getHeight() / 2));
        }
        draw(worst, Spread::worst);
        draw(median, Spread::median);
        placeNow();
    }

    private void draw(Path path, ToDoubleFunction<Spread> of) {
        List<PathElement> elements = new ArrayList<>(values.size());
        boolean isGap = true;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                isGap = true;
                continue;
            }
            double x = LEFT + width() * i / Math.max(1, values.size() - 1);
            double y = y(values.get(i).map(of::applyAsDouble).orElse(0.0));
            if (isGap) {
                elements.add(new MoveTo(x, y));
            }
            elements.add(new LineTo(x, y));
            isGap = false;
        }
        path.getElements().setAll(elements);
        if (path.getClip() instanceof Rectangle clip) {
            clip.setX(LEFT);
            clip.setWidth(width() + 1);
            clip.setHeight(HEIGHT);
        }
    }

    /// Both values stand at the height of their lines, but never one on the other.
    private void placeNow() {
        Optional<Spread> now = values.isEmpty() ? Optional.empty() : values.getLast();
        worstNow.setVisible(now.isPresent());
        medianNow.setVisible(now.isPresent());
        if (now.isEmpty()) {
            return;
        }
        Spread spread = now.get();
        worstNow.setText(words.apply(spread.worst()));
        medianNow.setText(words.apply(spread.median()));
        double ofWorst = y(spread.worst()) - NOW_HEIGHT / 2;
        double ofMedian = y(spread.median()) - NOW_HEIGHT / 2;
        double apart = (NOW_HEIGHT - Math.abs(ofWorst - ofMedian)) / 2;
        if (apart > 0) {
            double up = ofWorst <= ofMedian ? -apart : apart;
            ofWorst += up;
            ofMedian -= up;
        }
        double outside = Math.max(0, Math.max(ofWorst, ofMedian) + NOW_HEIGHT - HEIGHT)
                + Math.min(0, Math.min(ofWorst, ofMedian));
        place(worstNow, ofWorst - outside);
        place(medianNow, ofMedian - outside);
    }

    private void place(Label label, double y) {
        label.autosize();
        label.relocate(getWidth() - label.getWidth(), Math.rint(y + (NOW_HEIGHT - label.getHeight()) / 2));
    }
}
