package liveroom.app.window.audience;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import liveroom.app.studio.LatencyParts;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import org.jspecify.annotations.Nullable;

/// One viewer's latency as a bar of its parts; what is not known of it is hatched.
final class LatencyBar extends Pane {
    private static final double HEIGHT = 8;
    private static final double BETWEEN = 1;

    private final Region track = region("latency-track");
    private final Map<LatencyPart, Region> parts = new EnumMap<>(LatencyPart.class);
    private final Region rest = region("latency-rest");
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Watching shown;

    LatencyBar() {
        setMinSize(40, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getStyleClass().add("room-latency-bar");
        getChildren().add(track);
        for (LatencyPart part : LatencyPart.values()) {
            Region region = region(part.style());
            parts.put(part, region);
            getChildren().add(region);
        }
        getChildren().add(rest);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        Tooltip.install(this, tooltip);
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    /// What colours the bars are made of.
    static Region swatch(LatencyPart part) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll(Style.SWATCH, part.style());
        return swatch;
    }

    void show(Watching watching) {
        shown = watching;
        String words = watching.barWords();
        tooltip.setText(words);
        Controls.describe(this, words);
        layoutChildren();
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, 0, getWidth(), HEIGHT);
        if (shown == null) {
            return;
        }
        LatencyParts known = shown.parts();
        double fromMs = 0;
        for (LatencyPart part : LatencyPart.values()) {
            double ms = shown.isMeasured() ? part.ms(known).orElse(0) : 0;
            fromMs = lay(parts.get(part), fromMs, ms, shown.scaleMs());
        }
        lay(rest, fromMs, shown.restMs(), shown.scaleMs());
    }

    private double lay(@Nullable Region region, double fromMs, double ms, double scaleMs) {
        double toMs = fromMs + ms;
        double from = Math.rint(fromMs / scaleMs * getWidth());
        double to = Math.rint(Math.min(toMs, scaleMs) / scaleMs * getWidth());
        if (region != null) {
            region.setVisible(to > from);
            region.resizeRelocate(from, 0, Math.max(1, to - from - BETWEEN), HEIGHT);
        }
        return toMs;
    }
}
