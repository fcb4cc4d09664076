package liveroom.app.window;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.stage.Stage;
import liveroom.app.settings.KeptSettings;
import liveroom.app.studio.Studio;
import liveroom.app.window.source.SourceChoices;
import org.jspecify.annotations.Nullable;

/// What the window is given.
///
/// @param settings read and changed by the window; closed by whoever opened them
/// @param choices lists this machine's devices
/// @param files asks the host for a picture or sound file; `null` if there is none after all
public record WindowParts(
        Studio studio, KeptSettings settings, SourceChoices choices, Function<Stage, @Nullable Path> files) {}
