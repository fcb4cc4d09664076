package liveroom.capture.scene;

/// What a colour is for. Each brand kit gives each role one colour, so that a show changes its brand without a touch.
public enum ColourRole {
    /// The brand's own colour: bars, buttons, emphasis.
    PRIMARY,
    /// Text and marks on `PRIMARY`.
    ON_PRIMARY,
    /// A second colour that stands beside the first.
    ACCENT,
    /// Text and marks on `ACCENT`.
    ON_ACCENT,
    /// Cards and panels.
    SURFACE,
    /// Text and marks on `SURFACE`.
    ON_SURFACE,
    /// Behind everything.
    BACKGROUND,
    /// Text and marks on `BACKGROUND`.
    ON_BACKGROUND
}
