package liveroom.app.window.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;

/// A scale from sound early to sound late with the band of EBU R37 on it: the program as a needle, each viewer as a
/// tick, and under it the same in words.
public final class SyncMeter extends VBox {
    private final Label program = Controls.label("", Style.SMALL_TEXT);
    private final Label viewers = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final Label latency = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final Scale scale = new Scale();

    public SyncMeter(SyncModel model) {
        getStyleClass().add("room-sync-meter");
        setId("sync-meter");
        for (Label label : List.of(program, viewers, latency)) {
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(0);
        }
        program.setId("sync-program");
        viewers.setId("sync-viewers");
        getChildren().addAll(scale, program, viewers, latency);
        model.reading().subscribe(this::show);
    }

    private void show(SyncModel.Reading reading) {
        program.setText(reading.programText());
        viewers.setText(reading.viewersText());
        latency.setText(reading.latencyText());
        States.show(program, reading.programVerdict());
        States.show(viewers, reading.viewersVerdict());
        scale.show(reading);
        Controls.describe(scale, Words.of("sync.spoken", reading.programText(), reading.viewersText()));
    }

    /// The drawing.
    private static final class Scale extends Pane {
        private static final double END_MS = 150;
        private static final double[] MARKS_MS = {-100, SyncVerdict.EARLY_MS, 0, SyncVerdict.LATE_MS, 120};
        private static final double TRACK_TOP = 6;
        private static final double TRACK = 8;
        private static final int MAX_TICKS = 60;

        private final Region track = region(Style.METER_TRACK);
        private final Region band = region(Style.METER_BAND);
        private final Region middle = region(Style.METER_MARK_LINE);
        private final Region needle = region(Style.METER_PROGRAM);
        private final List<Region> ticks = new ArrayList<>();
        private final List<Label> marks = new ArrayList<>();
        private SyncModel.Reading reading = new SyncModel().reading().get();

        Scale() {
            setMinSize(140, TRACK_TOP + TRACK + 20);
            setPrefHeight(TRACK_TOP + TRACK + 20);
            getChildren().addAll(track, band, middle);
            for (double ms : MARKS_MS) {
                String sign = ms > 0 ? "+" : ms < 0 ? "\u2212" : "";
                Label mark = Controls.label(sign + Math.round(Math.abs(ms)), Style.METER_MARK);
                marks.add(mark);
                getChildren().add(mark);
            }
            getChildren().add(needle);
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
            return Math.rint((Math.clamp(ms, -END_MS, END_MS) + END_MS) / (2 * END_MS) * Math.max(1, getWidth()));
        }

        @Override
        protected void layoutChildren() {
            track.resizeRelocate(0, TRACK_TOP, getWidth(), TRACK);
            band.resizeRelocate(
                    x(SyncVerdict.EARLY_MS), TRACK_TOP, x(SyncVerdict.LATE_MS) - x(SyncVerdict.EARLY_MS), TRACK);
            middle.resizeRelocate(x(0), TRACK_TOP, 1, TRACK);
            for (int i = 0; i < marks.size(); i++) {
                Label mark = marks.get(i);
                mark.autosize();
                mark.relocate(Math.rint(x(MARKS_MS[i]) - mark.getWidth() / 2), TRACK_TOP + TRACK + 3);
            }
            place();
        }

        private void place() {
            int shown = Math.min(reading.viewerMs().size(), MAX_TICKS);
            while (ticks.size() < shown) {
                Region tick = region(Style.METER_VIEWER);
                ticks.add(tick);
                getChildren().add(getChildren().size() - 1, tick);
            }
            for (int i = 0; i < ticks.size(); i++) {
                Region tick = ticks.get(i);
                tick.setVisible(i < shown);
                if (i < shown) {
                    double ms = reading.viewerMs().get(i);
                    tick.resizeRelocate(x(ms) - 1, TRACK_TOP - 2, 2, TRACK + 4);
                    States.show(tick, SyncVerdict.of(OptionalDouble.of(ms)));
                }
            }
            needle.resizeRelocate(x(reading.programMs()) - 4, TRACK_TOP + TRACK / 2 - 8, 8, 16);
            States.show(needle, reading.programVerdict());
        }
    }
}
