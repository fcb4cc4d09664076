package liveroom.capture.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Names a source the way a host does on the command line or in the settings file.
///
/// ```
/// camera[:NAME]  mic[:NAME]  screen[:WHICH]  file:PATH  test  none
/// ```
/// An empty name is the system's default device.
public sealed interface SourceSpec {
    record Camera(String name) implements SourceSpec {}

    record Microphone(String name) implements SourceSpec {}

    record Screen(String which) implements SourceSpec {}

    record MediaFile(Path path) implements SourceSpec {}

    record Test() implements SourceSpec {}

    record None() implements SourceSpec {}

    /// Reads the form above.
    ///
    /// @throws IllegalArgumentException with a sentence for the host
    static SourceSpec parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "camera" -> new Camera(rest);
            case "mic" -> new Microphone(rest);
            case "screen" -> new Screen(rest);
            case "file" -> {
                if (rest.isEmpty()) {
                    throw new IllegalArgumentException("file: needs a path, for example file:talk.mp4");
                }
                yield new MediaFile(path(rest));
            }
            case "test" -> plain(text, colon, new Test());
            case "none" -> plain(text, colon, new None());
            default -> throw notASource(text);
        };
    }

    private static SourceSpec plain(String text, int colon, SourceSpec spec) {
        if (colon >= 0) {
            throw notASource(text);
        }
        return spec;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + text + "' is not a path: " + e.getReason(), e);
        }
    }

    private static IllegalArgumentException notASource(String text) {
        return new IllegalArgumentException("'" + text
                + "' is not a source. Use camera[:NAME], mic[:NAME], screen[:WHICH], file:PATH, test or none.");
    }

    /// One word for what it is: names its thread, and what people read begins with it.
    default String kind() {
        return switch (this) {
            case Camera _ -> "camera";
            case Microphone _ -> "microphone";
            case Screen _ -> "screen";
            case MediaFile _ -> "file";
            case Test _ -> "test";
            case None _ -> "none";
        };
    }

    /// The form that [#parse(String)] reads.
    default String text() {
        return switch (this) {
            case Camera camera -> withName("camera", camera.name());
            case Microphone microphone -> withName("mic", microphone.name());
            case Screen screen -> withName("screen", screen.which());
            case MediaFile file -> "file:" + file.path();
            case Test _ -> "test";
            case None _ -> "none";
        };
    }

    private static String withName(String kind, String name) {
        return name.isEmpty() ? kind : kind + ":" + name;
    }
}
