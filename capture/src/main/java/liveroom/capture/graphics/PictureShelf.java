package liveroom.capture.graphics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps decoded pictures, so that none is read anew for each drawing; a file that has changed is. Those that have not
/// been asked for the longest go first. Free-threaded.
final class PictureShelf {
    private static final long MAX_BYTES = 160L << 20;
    private static final long LEAST_BYTES = 4096;

    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Key(Path path, long modifiedMillis, long size) {}

    /// What came of reading a file: a picture, or why there is none.
    private sealed interface Entry {
        record Read(Picture picture) implements Entry {}

        record Refused(String reason) implements Entry {}

        default long bytes() {
            return LEAST_BYTES + (this instanceof Read(Picture picture) ? picture.bytes() : 0);
        }
    }

    /// @throws PictureReader.RefusedException if it cannot be drawn
    /// @throws IOException if it cannot be opened
    Picture picture(Path path) throws IOException {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        Key key = new Key(path, file.lastModifiedTime().toMillis(), file.size());
        return switch (entry(key)) {
            case Entry.Read(Picture picture) -> picture;
            case Entry.Refused(String reason) -> throw new PictureReader.RefusedException(reason);
        };
    }

    /// Decoding under the lock keeps two drawings from decoding the same file side by side.
    private synchronized Entry entry(Key key) throws IOException {
        Entry known = entries.get(key);
        if (known != null) {
            return known;
        }
        Entry read = read(key.path());
        entries.put(key, read);
        bytes += read.bytes();
        Iterator<Map.Entry<Key, Entry>> oldest = entries.entrySet().iterator();
        while (bytes > MAX_BYTES && entries.size() > 1) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
        return read;
    }

    private static Entry read(Path path) throws IOException {
        try {
            return new Entry.Read(PictureReader.read(path));
        } catch (PictureReader.RefusedException e) {
            return new Entry.Refused(String.valueOf(e.getMessage()));
        }
    }
}
