package liveroom.capture.program;

import liveroom.capture.source.SourceSpec;

/// What comes first where a source's pictures come unevenly.
public enum Priority {
    /// That pictures are young. The newest is shown, and one that has missed its tick is lost.
    DELAY,
    /// That every picture is seen, be it some hundredths of a second later.
    EVERY_PICTURE;

    /// Only who plays a film can wait for it.
    public static Priority of(SourceSpec source) {
        return source instanceof SourceSpec.MediaFile ? EVERY_PICTURE : DELAY;
    }
}
