package liveroom.app.window.scene.geometry;

/// How near is near, in fractions of the picture's width and height.
public record Reach(double x, double y) {
    public static final Reach NONE = new Reach(0, 0);
}
