package liveroom.capture.graphics;

/// How lines of text look.
///
/// @param size of the font, in pixels
/// @param leading from one baseline to the next, as a multiple of the size
/// @param tracking space added between letters, as a fraction of the size
record TextStyle(Face face, double size, double leading, double tracking) {
    static TextStyle of(Face face, double size) {
        return new TextStyle(face, size, 1.28, 0);
    }

    TextStyle withSize(double newSize) {
        return new TextStyle(face, newSize, leading, tracking);
    }

    TextStyle withLeading(double newLeading) {
        return new TextStyle(face, size, newLeading, tracking);
    }

    TextStyle withTracking(double newTracking) {
        return new TextStyle(face, size, leading, newTracking);
    }

    double capHeight() {
        return face.capHeight() * size;
    }

    double descent() {
        return face.descent() * size;
    }
}
