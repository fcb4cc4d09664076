package liveroom.app.window.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import liveroom.app.studio.StudioSnapshot;

/// The window's one timer. At each JavaFX pulse it serves whoever animates; twenty times a second at most it takes a
/// snapshot of the studio and hands it to the meters; twice a second to what is read as text.
///
/// Confined to the JavaFX thread.
public final class Pulse {
    private static final long SNAPSHOT_NANOS = 50_000_000;
    private static final int SNAPSHOTS_PER_TEXT = 10;

    private final Supplier<StudioSnapshot> studio;
    private final List<LongConsumer> frames = new ArrayList<>();
    private final List<SnapshotReader> meters = new ArrayList<>();
    private final List<SnapshotReader> texts = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            tick(nowNanos);
        }
    };
    private long snapshotNanos = Long.MIN_VALUE;
    private int snapshots;

    public Pulse(Supplier<StudioSnapshot> studio) {
        this.studio = studio;
    }

    /// Calls `reader` at each pulse with its time in nanoseconds.
    public void eachFrame(LongConsumer reader) {
        frames.add(reader);
    }

    /// Calls `reader` with a snapshot, at most twenty times a second.
    public void eachSnapshot(SnapshotReader reader) {
        meters.add(reader);
    }

    /// Calls `reader` with a snapshot, at most twice a second.
    public void eachHalfSecond(SnapshotReader reader) {
        texts.add(reader);
    }

    public void start() {
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    void tick(long nowNanos) {
        if (snapshotNanos == Long.MIN_VALUE || nowNanos - snapshotNanos >= SNAPSHOT_NANOS) {
            snapshotNanos = nowNanos;
            StudioSnapshot snapshot = studio.get();
            meters.forEach(reader -> reader.read(snapshot, nowNanos));
            if (snapshots++ % SNAPSHOTS_PER_TEXT == 0) {
                texts.forEach(reader -> reader.read(snapshot, nowNanos));
            }
        }
        frames.forEach(reader -> reader.accept(nowNanos));
    }

    /// Reads one snapshot on the JavaFX thread.
    @FunctionalInterface
    public interface SnapshotReader {
        void read(StudioSnapshot snapshot, long nowNanos);
    }
}
