package liveroom.capture.scene;

/// A rectangle in fractions of the picture: `x` and `width` of its width, `y` and `height` of its
/// height, from the upper left corner. It may reach beyond the picture.
public record Box(double x, double y, double width, double height) {
    public static final Box FULL = new Box(0, 0, 1, 1);
    public static final double SMALLEST = 0.005;
    private static final double LARGEST = 4;

    public Box {
        Bounds.range("place from the left", x, -LARGEST, LARGEST);
        Bounds.range("place from the top", y, -LARGEST, LARGEST);
        Bounds.range("width", width, SMALLEST, LARGEST);
        Bounds.range("height", height, SMALLEST, LARGEST);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Box movedTo(double newX, double newY) {
        return new Box(newX, newY, width, height);
    }
}
