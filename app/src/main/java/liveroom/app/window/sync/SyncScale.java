package liveroom.app.window.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;

/// From sound early to sound late, with the three bands one within the other, each viewer as a tick, and the program as
/// two marks: captured above, encoded below.
final class SyncScale extends Pane {
    private static final double FIRST_MS = -100;
    private static final double LAST_MS = 175;
    /// In the order in which they get their place: what has no room is left out.
    private static final double[] MARKS_MS = {0, -45, 125, 45, -15, 60};
    private static final double TRACK_TOP = 8;
    private static final double TRACK = 8;
    private static final double MARKS_TOP = TRACK_TOP + TRACK + 7;
    private static final double MARK_GAP = 4;
    private static final double HEIGHT = MARKS_TOP + 12;
    /// From so many on ticks are finer, and the bands are seen through them.
    private static final int MANY_TICKS = 25;

    private final Region track = region(Style.METER_TRACK);
    private final List<Region> bands = new ArrayList<>();
    private final Region middle = region(Style.METER_MARK_LINE);
    private final Region captured = region("meter-captured");
    private final Region encoded = region("meter-encoded");
    private final List<Region> ticks = new ArrayList<>();
    private final Label early = Controls.label(Words.of("sync.scale.early"), Style.METER_MARK);
    private final Label late = Controls.label(Words.of("sync.scale.late"), Style.METER_MARK);
    private final List<Label> marks = new ArrayList<>();
    private SyncModel.Reading reading = SyncModel.Reading.NOTHING;

    SyncScale() {
        setMinSize(140, HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().add(track);
        for (SyncBand band : List.of(SyncBand.values()).reversed()) {
            Region region = region(band.style());
            bands.add(region);
            getChildren().add(region);
        }
        getChildren().addAll(middle, early, late);
        for (double ms : MARKS_MS) {
            String sign = ms > 0 ? "+" : ms < 0 ? "\u2212" : "";
            Label mark = Controls.label(sign + Math.round(Math.abs(ms)), Style.METER_MARK);
            marks.add(mark);
            getChildren().add(mark);
        }
        getChildren().addAll(captured, encoded);
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    void show(SyncModel.Reading newReading) {
        reading = newReading;
        place();
    }

    private double x(double ms) {
        return Math.rint((Math.clamp(ms, FIRST_MS, LAST_MS) - FIRST_MS) / (LAST_MS - FIRST_MS) * getWidth());
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, TRACK_TOP, getWidth(), TRACK);
        List<SyncBand> widestFirst = List.of(SyncBand.values()).reversed();
        for (int i = 0; i < bands.size(); i++) {
            double from = x(widestFirst.get(i).earlyMs());
            bands.get(i).resizeRelocate(from, TRACK_TOP, x(widestFirst.get(i).lateMs()) - from, TRACK);
        }
        middle.resizeRelocate(x(0), TRACK_TOP, 1, TRACK);
        placeMarks();
        place();
    }

    private void placeMarks() {
        List<Label> placed = new ArrayList<>(List.of(early, late));
        early.autosize();
        early.relocate(0, MARKS_TOP);
        late.autosize();
        late.relocate(getWidth() - late.getWidth(), MARKS_TOP);
        for (int i = 0; i < marks.size(); i++) {
            Label mark = marks.get(i);
            mark.autosize();
            mark.relocate(Math.rint(x(MARKS_MS[i]) - mark.getWidth() / 2), MARKS_TOP);
            mark.setVisible(placed.stream().noneMatch(other -> areClose(mark, other)));
            if (mark.isVisible()) {
                placed.add(mark);
            }
        }
    }

    private static boolean areClose(Label one, Label other) {
        return one.getLayoutX() < other.getLayoutX() + other.getWidth() + MARK_GAP
                && other.getLayoutX() < one.getLayoutX() + one.getWidth() + MARK_GAP;
    }

    private void place() {
        int shown = reading.viewerMs().size();
        while (ticks.size() < shown) {
            Region tick = region(Style.METER_VIEWER);
            ticks.add(tick);
            getChildren().add(getChildren().size() - 2, tick);
        }
        boolean many = shown >= MANY_TICKS;
        for (int i = 0; i < ticks.size(); i++) {
            Region tick = ticks.get(i);
            tick.setVisible(i < shown);
            if (i < shown) {
                double ms = reading.viewerMs().get(i);
                double left = Math.clamp(x(ms) - 1, 0, Math.max(0, getWidth() - 2));
                tick.resizeRelocate(left, TRACK_TOP, many ? 1 : 2, TRACK);
                tick.pseudoClassStateChanged(States.COMPACT, many);
                States.show(tick, SyncVerdict.of(OptionalDouble.of(ms)));
            }
        }
        mark(captured, OptionalDouble.of(reading.captureMs()), 0);
        mark(encoded, reading.encodedMs(), TRACK_TOP + TRACK + 1);
    }

    private void mark(Region mark, OptionalDouble ms, double top) {
        mark.setVisible(ms.isPresent());
        mark.resizeRelocate(Math.clamp(x(ms.orElse(0)) - 4, 0, Math.max(0, getWidth() - 8)), top, 9, 7);
        States.show(mark, SyncVerdict.of(ms));
    }
}
