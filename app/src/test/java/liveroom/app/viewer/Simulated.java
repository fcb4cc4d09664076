package liveroom.app.viewer;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a simulation returned, see `simulations.html`.
record Simulated(Map<?, ?> figures) {
    @Nullable
    Object get(String name) {
        return figures.get(name);
    }

    Simulated figures(String name) {
        return new Simulated((Map<?, ?>) Objects.requireNonNull(get(name), name));
    }

    double number(String name) {
        return ((Number) Objects.requireNonNull(get(name), name)).doubleValue();
    }
}
