package liveroom.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A small text file that is read and written as a whole, in UTF-8. Only its owner can read what is
/// written.
///
/// @param maxBytes a file that is longer is not read
public record WholeFile(Path path, int maxBytes) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    /// Reads the file.
    ///
    /// @throws java.nio.file.NoSuchFileException if there is none
    /// @throws CharacterCodingException if it is too long, or no text
    public String read() throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] bytes = file.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new CharacterCodingException();
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    /// Writes the file: into a new one first, which then takes the old one's place, so that a crash
    /// at any moment leaves one of the two whole. Makes its folder where there is none.
    public void write(String text) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for " + path);
        }
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, String.valueOf(path.getFileName()), ".new", forOwner(folder));
        try {
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(written);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static FileAttribute<?>[] forOwner(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void move(Path from) throws IOException {
        try {
            Files.move(from, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Gives a file that cannot be understood another name, so that nothing overwrites it.
    ///
    /// @return where it is now
    public Path setAside() throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".broken-"
                + LocalDateTime.now(ZoneId.systemDefault()).format(DATE));
        return Files.move(path, aside);
    }
}
