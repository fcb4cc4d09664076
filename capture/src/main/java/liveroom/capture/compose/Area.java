package liveroom.capture.compose;

/// A rectangle in pixels of the picture that its owner sets anew for each picture; empty at first.
final class Area {
    int left;
    int top;
    int right;
    int bottom;

    void set(int newLeft, int newTop, int width, int height) {
        left = newLeft;
        top = newTop;
        right = newLeft + width;
        bottom = newTop + height;
    }

    void clear() {
        set(0, 0, 0, 0);
    }

    boolean isEmpty() {
        return left >= right || top >= bottom;
    }

    /// Whether what of `other` is inside of a picture of this size is inside of this, too.
    boolean covers(Area other, int width, int height) {
        return !isEmpty()
                && left <= Math.max(0, other.left)
                && top <= Math.max(0, other.top)
                && right >= Math.min(width, other.right)
                && bottom >= Math.min(height, other.bottom);
    }

    boolean touches(int width, int height) {
        return !isEmpty() && left < width && top < height && right > 0 && bottom > 0;
    }
}
