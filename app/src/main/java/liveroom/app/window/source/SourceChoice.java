package liveroom.app.window.source;

import liveroom.capture.source.SourceSpec;

/// One source that the host can pick.
///
/// @param label the device's human name
public record SourceChoice(SourceSpec source, String label) {}
