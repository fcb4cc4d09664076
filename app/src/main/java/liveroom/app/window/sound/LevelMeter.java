package liveroom.app.window.sound;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import liveroom.app.studio.AudioLevels;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;

/// Two bars, left over right, on one dBFS scale: RMS bright, peak pale, the highest peak as a tick, a lamp for
/// clipping.
final class LevelMeter extends Pane {
    private static final double BAR = 10;
    private static final double GAP = 4;
    private static final double NAME = 16;
    private static final double LAMP = 16;
    private static final double MARKS = 16;
    private static final double MARK_GAP = 6;

    private final MeterBallistics[] channels;
    private final Bar[] bars;
    private final List<Label> marks = new ArrayList<>();
    private int pulses;

    LevelMeter(SoundModel model) {
        channels = new MeterBallistics[] {model.left(), model.right()};
        bars = new Bar[] {new Bar("sound.left"), new Bar("sound.right")};
        setId("level-meter");
        setMinSize(160, 2 * BAR + GAP + MARKS);
        setPrefHeight(2 * BAR + GAP + MARKS);
        for (int dbfs : MeterScale.MARKS) {
            Label mark = Controls.label(Integer.toString(Math.abs(dbfs)), Style.METER_MARK);
            marks.add(mark);
            getChildren().add(mark);
        }
        for (Bar bar : bars) {
            getChildren().addAll(bar.name, bar.track, bar.peak, bar.rms, bar.hold, bar.lamp);
        }
        setOnMouseClicked(_ -> {
            model.left().forgetClip();
            model.right().forgetClip();
        });
        show();
    }

    /// Draws the levels of this instant.
    void show() {
        for (int i = 0; i < bars.length; i++) {
            bars[i].show(channels[i], barWidth());
        }
        if (pulses++ % 10 == 0) {
            Controls.describe(this, Words.of("sound.meter.spoken", level(channels[0]), level(channels[1])));
        }
    }

    private static String level(MeterBallistics channel) {
        return channel.holdDbfs() <= AudioLevels.SILENCE_DBFS + 1
                ? Words.of("sound.silence")
                : Figures.decimals(channel.holdDbfs(), 0) + " dBFS";
    }

    private double barWidth() {
        return Math.max(1, getWidth() - NAME - LAMP - 8);
    }

    @Override
    protected void layoutChildren() {
        double width = barWidth();
        for (int i = 0; i < bars.length; i++) {
            bars[i].lay(i * (BAR + GAP), width);
        }
        double top = 2 * BAR + GAP + 2;
        double free = Double.POSITIVE_INFINITY;
        for (int i = marks.size() - 1; i >= 0; i--) {
            Label mark = marks.get(i);
            mark.autosize();
            double at = NAME + MeterScale.deflection(MeterScale.MARKS.get(i)) * width;
            mark.relocate(Math.rint(at - mark.getWidth() / 2), top);
            mark.setVisible(mark.getLayoutX() + mark.getWidth() + MARK_GAP < free);
            free = mark.isVisible() ? mark.getLayoutX() : free;
        }
        show();
    }

    /// The bar of one channel.
    private static final class Bar {
        private final Label name;
        private final Region track = region(Style.METER_TRACK);
        private final Region peak = region(Style.METER_PEAK);
        private final Region rms = region(Style.METER_RMS);
        private final Region hold = region(Style.METER_HOLD);
        private final Region lamp = region(Style.METER_CLIP);
        private final Rectangle peakClip = new Rectangle(0, BAR);
        private final Rectangle rmsClip = new Rectangle(0, BAR);

        Bar(String nameKey) {
            name = Controls.label(Words.of(nameKey), Style.METER_MARK);
            peak.setClip(peakClip);
            rms.setClip(rmsClip);
        }

        private static Region region(String style) {
            Region region = new Region();
            region.getStyleClass().add(style);
            region.setManaged(false);
            return region;
        }

        void lay(double top, double width) {
            name.autosize();
            name.relocate(0, Math.rint(top + (BAR - name.getHeight()) / 2));
            for (Region region : new Region[] {track, peak, rms}) {
                region.resizeRelocate(NAME, top, width, BAR);
            }
            hold.resize(2, BAR);
            hold.setLayoutY(top);
            lamp.resizeRelocate(NAME + width + 8, top, LAMP, BAR);
        }

        void show(MeterBallistics channel, double width) {
            peakClip.setWidth(Math.rint(MeterScale.deflection(channel.peakDbfs()) * width));
            rmsClip.setWidth(Math.rint(MeterScale.deflection(channel.rmsDbfs()) * width));
            double at = Math.rint(MeterScale.deflection(channel.holdDbfs()) * width);
            hold.setLayoutX(NAME + Math.max(0, at - 2));
            hold.setVisible(at > 2);
            lamp.pseudoClassStateChanged(liveroom.app.window.kit.States.ERROR, channel.clipped());
        }
    }
}
