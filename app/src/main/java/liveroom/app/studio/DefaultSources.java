package liveroom.app.studio;

import java.util.Optional;
import java.util.function.Supplier;
import liveroom.app.settings.Settings;
import liveroom.capture.source.DeviceList;
import liveroom.capture.source.SourceSpec;

/// The sources to begin with: what the host chose, else this machine's devices, else the test source.
///
/// @param notice key of what to tell the host, if the test source took the place of a missing device
record DefaultSources(SourceSpec video, SourceSpec audio, Optional<String> notice) {
    /// Chooses them.
    ///
    /// @param devices asked only if the host left something open; may take a moment
    static DefaultSources of(Settings.Inputs inputs, Supplier<DeviceList> devices) {
        boolean anyVideo = inputs.video().isEmpty();
        boolean anyAudio = inputs.audio().isEmpty();
        if (!anyVideo && !anyAudio) {
            return new DefaultSources(
                    SourceSpec.parse(inputs.video()), SourceSpec.parse(inputs.audio()), Optional.empty());
        }
        DeviceList there = devices.get();
        SourceSpec video = anyVideo ? there.usualVideo() : SourceSpec.parse(inputs.video());
        SourceSpec audio = anyAudio ? there.usualAudio() : SourceSpec.parse(inputs.audio());
        boolean noCamera = anyVideo && video instanceof SourceSpec.Test;
        boolean noMicrophone = anyAudio && audio instanceof SourceSpec.Test;
        return new DefaultSources(video, audio, notice(noCamera, noMicrophone));
    }

    private static Optional<String> notice(boolean noCamera, boolean noMicrophone) {
        if (noCamera && noMicrophone) {
            return Optional.of("default.neither");
        }
        if (noCamera) {
            return Optional.of("default.noCamera");
        }
        return noMicrophone ? Optional.of("default.noMicrophone") : Optional.empty();
    }
}
