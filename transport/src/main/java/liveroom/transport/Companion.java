package liveroom.transport;

import liveroom.capture.show.DeskState;
import liveroom.capture.show.ShowDesk;

/// Tells viewers what they are offered beside the picture, whenever it changes. Told by whatever thread changes the
/// show.
final class Companion implements AutoCloseable {
    private final Viewers viewers;
    private final Runnable unsubscribe;
    private OnScreen told = OnScreen.NOTHING;

    Companion(ShowDesk desk, Viewers viewers) {
        this.viewers = viewers;
        unsubscribe = desk.onChange(this::changed);
        changed(desk.state());
    }

    private synchronized void changed(DeskState state) {
        OnScreen now = OnScreen.of(state);
        if (!now.equals(told)) {
            told = now;
            viewers.tellOnScreen(new Wire.Shown(now, System.currentTimeMillis()));
        }
    }

    @Override
    public void close() {
        unsubscribe.run();
    }
}
