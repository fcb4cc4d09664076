package liveroom.capture.source;

import java.util.Map;

/// What FFmpeg is told in order to open an input.
///
/// @param format name of the demuxer or input device; empty to let FFmpeg find out
/// @param url file, or name of the device as that input device spells it
/// @param options of the input device
record InputRecipe(String format, String url, Map<String, String> options) {
    InputRecipe {
        options = Map.copyOf(options);
    }

    static InputRecipe file(String path) {
        return new InputRecipe("", path, Map.of());
    }
}
