package liveroom.app.window.kit;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A value that the host sets here and the studio reports back. For a moment after the host has set it, what the
/// studio still reports of the time before is not believed, so that a control does not jump back under the hand.
///
/// Confined to the JavaFX thread.
public final class Wish<T> {
    private static final long PATIENCE_NANOS = 600_000_000;

    private final ReadOnlyObjectWrapper<T> value;
    private final LongSupplier clock;
    private long trustedFromNanos = Long.MIN_VALUE;

    public Wish(T initial, LongSupplier clock) {
        this.value = new ReadOnlyObjectWrapper<>(initial);
        this.clock = clock;
    }

    /// What the host wants from now on.
    public void set(T wanted) {
        trustedFromNanos = clock.getAsLong() + PATIENCE_NANOS;
        value.set(wanted);
    }

    /// What the studio says it is.
    public void report(T reported) {
        if (trustedFromNanos == Long.MIN_VALUE || clock.getAsLong() - trustedFromNanos >= 0) {
            value.set(reported);
        }
    }

    public T get() {
        return value.get();
    }

    public ReadOnlyObjectProperty<T> property() {
        return value.getReadOnlyProperty();
    }
}
