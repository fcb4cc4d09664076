package liveroom.capture.show;

import liveroom.capture.scene.Show;

/// Keeps a show beyond the desk's own life. Free-threaded.
public interface ShowKeeping extends AutoCloseable {
    /// Forgets it.
    ShowKeeping NONE = new ShowKeeping() {
        @Override
        public void keep(Show show) {}

        @Override
        public void close() {}
    };

    /// Takes note of the newest show, and returns at once.
    void keep(Show show);

    /// Waits a little until the newest show is kept.
    @Override
    void close();
}
