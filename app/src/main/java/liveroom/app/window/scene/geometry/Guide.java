package liveroom.app.window.scene.geometry;

/// A line that something has snapped to.
///
/// @param at from the left for one that stands, from the top for one that lies; a fraction of the picture
public record Guide(Axis axis, double at) {
    /// How the line runs.
    public enum Axis {
        STANDING,
        LYING
    }
}
