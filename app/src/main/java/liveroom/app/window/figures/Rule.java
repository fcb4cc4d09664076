package liveroom.app.window.figures;

import java.util.List;
import java.util.Optional;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Spread;
import liveroom.app.window.sync.SyncBand;

/// What a plot reaches from and to, and what it marks: it grows by whole steps with its values.
enum Rule {
    SKEW(-60, 60, 60),
    LATENCY(0, 100, 100);

    static final int LINES = 3;

    private final double from;
    private final double to;
    private final double step;

    Rule(double from, double to, double step) {
        this.from = from;
        this.to = to;
        this.step = step;
    }

    /// The least that holds all values. A rule with two sides has as much room on either.
    Range range(List<Spread> values) {
        double most = to;
        for (Spread value : values) {
            double ms = from < 0 ? Math.abs(value.worst()) : value.worst();
            most = Math.max(most, Math.ceil(ms / step) * step);
        }
        return new Range(from < 0 ? -most : from, most);
    }

    /// The band within which all is well.
    Optional<SyncBand> band() {
        return this == SKEW ? Optional.of(SyncBand.EBU_R37) : Optional.empty();
    }

    String mark(double value) {
        return this == SKEW ? Figures.signed(value) : Figures.decimals(value, 0);
    }

    /// From the lowest line to the highest.
    record Range(double from, double to) {
        double line(int index) {
            return from + (to - from) * index / (LINES - 1);
        }
    }
}
