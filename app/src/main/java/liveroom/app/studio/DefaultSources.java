package liveroom.app.studio;

import java.util.Optional;
import liveroom.app.settings.Settings;
import liveroom.capture.source.SourceSpec;

/// The sources to begin with.
///
/// @param notice key of what to tell the host, if something took the place of a missing device
record DefaultSources(SourceSpec video, SourceSpec audio, Optional<String> notice) {
    static DefaultSources of(Settings.Inputs inputs) {
        return new DefaultSources(
                inputs.video().isEmpty() ? new SourceSpec.Test() : SourceSpec.parse(inputs.video()),
                inputs.audio().isEmpty() ? new SourceSpec.Test() : SourceSpec.parse(inputs.audio()),
                Optional.empty());
    }
}
