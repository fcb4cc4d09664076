package liveroom.capture.show;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// How values of one type are read from JSON and written to it. Immutable.
interface JsonForm<T> {
    Pattern WORD_BORDER = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /// Reads one value.
    ///
    /// @throws ShowFormatException naming `place`, if `node` is not what a `T` looks like
    T read(JsonNode node, JsonPlace place) throws ShowFormatException;

    JsonNode write(T value, Extent extent);

    /// How much is written.
    enum Extent {
        /// What differs from the default: for people, in files.
        BRIEF,
        /// All: for programs, which then need not know the defaults.
        WHOLE
    }

    /// The name of a Java constant or type as it is written in JSON: `LowerThird` and `LOWER_THIRD`
    /// are `lower-third`.
    static String name(String java) {
        return WORD_BORDER.matcher(java).replaceAll("-").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
