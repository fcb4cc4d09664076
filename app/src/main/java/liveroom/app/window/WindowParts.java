package liveroom.app.window;

import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.stage.Stage;
import liveroom.app.settings.KeptSettings;
import liveroom.app.studio.Studio;
import liveroom.capture.source.DeviceList;
import org.jspecify.annotations.Nullable;

/// What the window is given.
///
/// @param settings read and changed by the window; closed by whoever opened them
/// @param devices lists this machine's devices; may take a second, and is called off the JavaFX thread
/// @param files asks the host for a file to read; `null` if there is none after all
/// @param newFiles the same for a file to write; it is given a name to begin with
public record WindowParts(
        Studio studio,
        KeptSettings settings,
        Supplier<DeviceList> devices,
        Function<Stage, @Nullable Path> files,
        BiFunction<Stage, String, @Nullable Path> newFiles) {}
