package liveroom.capture.show;

/// Ready arrangements of a scene.
public enum Layout {
    /// One speaker, the whole picture.
    SOLO,
    /// Two sources, halves.
    SIDE_BY_SIDE,
    /// One large, one small in the corner.
    PICTURE_IN_PICTURE,
    /// A screen with its speaker beside it.
    SCREEN_WITH_SPEAKER,
    /// Two speakers with their names.
    INTERVIEW,
    /// A speaker with a product card.
    PRODUCT
}
