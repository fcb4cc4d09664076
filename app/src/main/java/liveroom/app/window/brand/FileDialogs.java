package liveroom.app.window.brand;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks the host for files; each answers `null` if there is none after all.
///
/// @param toRead one that is there
/// @param toWrite one that may not be there yet; it is given a name to begin with
public record FileDialogs(Supplier<@Nullable Path> toRead, Function<String, @Nullable Path> toWrite) {}
