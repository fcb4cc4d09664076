package liveroom.capture.graphics;

import java.time.Instant;

/// A layer drawn for one size of picture: premultiplied pixels and where they go.
///
/// @param x of the left column, in pixels of the picture; may be negative
/// @param y of the upper row
/// @param argb premultiplied, row by row, `width` times `height`; not to be changed
/// @param run how it moves by itself
/// @param validUntil when it must be drawn anew, for it shows the time; [Instant#MAX] if never
/// @param complaint what could not be drawn as asked, a sentence for the host; empty if nothing
@SuppressWarnings("ArrayRecordComponent") // never compared, only drawn
public record Painting(int x, int y, int width, int height, int[] argb, Run run, Instant validUntil, String complaint) {
    public Painting {
        if (argb.length != width * height) {
            throw new IllegalArgumentException(width + "x" + height + " pixels in " + argb.length);
        }
    }

    /// Movement of the pixels through a window at the painting's place.
    ///
    /// @param windowWidth pixels of the painting that are seen at a time; it repeats from its beginning
    /// @param pixelsPerSecond to the left; 0 for a painting that stands still
    public record Run(int windowWidth, double pixelsPerSecond) {
        /// Stands still and is seen whole.
        public static final Run NONE = new Run(0, 0);

        public boolean moves() {
            return pixelsPerSecond > 0;
        }
    }
}
