package liveroom.app.window.figures;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.kit.Spread;
import liveroom.transport.ViewerSnapshot;

/// The last five minutes of the worst and the median viewer.
///
/// Confined to the JavaFX thread.
public final class HistoryModel {
    private final FiveMinutes history = new FiveMinutes();
    private final ReadOnlyLongWrapper second = new ReadOnlyLongWrapper(-1);

    /// Takes what the viewers measured last. Who says nothing has no value, whatever its minute was like.
    ///
    /// @param nowNanos of a clock that never goes back
    public void read(StudioSnapshot snapshot, long nowNanos) {
        long now = TimeUnit.NANOSECONDS.toSeconds(nowNanos);
        List<ViewerSnapshot> viewers = snapshot.viewers();
        history.add(
                now,
                new FiveMinutes.Second(
                        Spread.of(measured(viewers, ViewerSnapshot::skewMs)),
                        Spread.of(measured(viewers, ViewerSnapshot::latencyMs))));
        second.set(now);
    }

    private static List<Double> measured(
            List<ViewerSnapshot> viewers, Function<ViewerSnapshot, OptionalDouble> figure) {
        return viewers.stream()
                .map(figure)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    public FiveMinutes history() {
        return history;
    }

    /// Changes once a second, when there is something new to show.
    public ReadOnlyLongProperty second() {
        return second.getReadOnlyProperty();
    }
}
