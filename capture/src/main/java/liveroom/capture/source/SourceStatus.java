package liveroom.capture.source;

import liveroom.capture.CaptureException;

/// What a source is doing right now.
public sealed interface SourceStatus {
    /// Being opened; nothing has come yet.
    record Opening() implements SourceStatus {}

    record Running() implements SourceStatus {}

    /// Not delivering. The program shows a slate or plays silence in its place, and it is tried again by itself.
    ///
    /// @param detail FFmpeg's or the system's own words
    record Failed(CaptureException.Code code, String detail) implements SourceStatus {}

    record Closed() implements SourceStatus {}
}
