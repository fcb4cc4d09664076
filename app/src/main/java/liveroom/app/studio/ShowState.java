package liveroom.app.studio;

import java.time.Instant;

/// Whether the show is on air.
public sealed interface ShowState {
    record OffAir() implements ShowState {}

    record OnAir(Instant since) implements ShowState {}
}
