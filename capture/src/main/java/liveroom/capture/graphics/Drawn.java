package liveroom.capture.graphics;

import java.awt.Shape;
import java.time.Instant;

/// What came of drawing a layer's content.
///
/// @param outline its edge, along which a border goes
/// @param validUntil as in [Painting]
record Drawn(Shape outline, Instant validUntil) {
    static Drawn forGood(Shape outline) {
        return new Drawn(outline, Instant.MAX);
    }
}
