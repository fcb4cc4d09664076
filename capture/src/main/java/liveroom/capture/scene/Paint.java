package liveroom.capture.scene;

/// A colour: one of the brand's, or a fixed one.
public sealed interface Paint {
    /// Follows the brand kit.
    record Role(ColourRole role) implements Paint {}

    /// Stays as it is. @param argb alpha, red, green, blue, not premultiplied
    record Fixed(int argb) implements Paint {}
}
