package liveroom.app.window.scene.geometry;

/// A place on the picture, in fractions of its width and height.
public record Point(double x, double y) {}
