package liveroom.capture.brand;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a file of a kit can be, told by the end of its name. Files of no kind are not part of a
/// kit.
enum FileKind {
    IMAGE(16 * FileKind.MEBIBYTE, "png|jpe?g"),
    DRAWING(2 * FileKind.MEBIBYTE, "svg"),
    FONT(24 * FileKind.MEBIBYTE, "ttf|otf"),
    VIDEO(64 * FileKind.MEBIBYTE, "mp4|webm"),
    DATA(FileKind.MEBIBYTE / 4, "json"),
    /// Licences, above all.
    TEXT(FileKind.MEBIBYTE / 4, "txt");

    private static final long MEBIBYTE = 1 << 20;

    private final long maxBytes;
    private final Pattern name;

    FileKind(long maxBytes, String endings) {
        this.maxBytes = maxBytes;
        this.name = Pattern.compile(".+\\.(?:" + endings + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static Optional<FileKind> of(String file) {
        return Arrays.stream(values())
                .filter(kind -> kind.name.matcher(file).matches())
                .findFirst();
    }

    long maxBytes() {
        return maxBytes;
    }
}
