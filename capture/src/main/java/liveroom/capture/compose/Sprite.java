package liveroom.capture.compose;

import liveroom.capture.graphics.Painting;

/// A painting as it is blended, and where. Immutable.
///
/// @param x of the left column in the picture; even, as `y` is
record Sprite(Overlay overlay, int x, int y, Painting.Run run) {
    static final Sprite EMPTY = new Sprite(new Overlay(2, 2), 0, 0, Painting.Run.NONE);

    /// Converts a painting. Takes as long as it has pixels.
    static Sprite of(Painting painting) {
        if (painting.argb().length == 0) {
            return EMPTY;
        }
        OverlayConversion conversion = new OverlayConversion(painting);
        return new Sprite(conversion.convert(), conversion.x(), conversion.y(), painting.run());
    }

    /// How many columns are seen at a time.
    int seenWidth() {
        int window = run.windowWidth() & ~1;
        return window > 0 ? Math.min(window, 8192) : overlay.width;
    }

    boolean moves() {
        return run.moves();
    }
}
