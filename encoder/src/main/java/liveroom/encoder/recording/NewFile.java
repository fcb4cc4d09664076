package liveroom.encoder.recording;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import liveroom.encoder.EncoderException;

/// Finds a name for a recording without ever touching a file that exists: `show.mkv`, then `show-2.mkv`, `show-3.mkv`.
final class NewFile {
    private static final int MAX_NUMBER = 9_999;

    private NewFile() {}

    /// Creates an empty file, and its directory if that is missing.
    ///
    /// @return the file, by its absolute path
    static Path create(Path wanted) throws EncoderException {
        Path absolute = wanted.toAbsolutePath();
        try {
            Path directory = absolute.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            for (int number = 1; number <= MAX_NUMBER; number++) {
                Path candidate = number == 1 ? absolute : absolute.resolveSibling(numbered(absolute, number));
                try {
                    return Files.createFile(candidate);
                } catch (FileAlreadyExistsException _) {
                    // the next number
                }
            }
        } catch (IOException e) {
            throw new EncoderException(
                    EncoderException.Code.CANNOT_WRITE, "cannot create " + absolute + ": " + e.getMessage(), e);
        }
        throw new EncoderException(
                EncoderException.Code.CANNOT_WRITE, absolute + " exists, and so does every numbered name");
    }

    private static String numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
    }
}
