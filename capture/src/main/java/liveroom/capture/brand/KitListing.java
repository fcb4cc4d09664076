package liveroom.capture.brand;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import liveroom.capture.brand.BrandException.Code;
import org.jspecify.annotations.Nullable;

/// Goes through a folder for the files of a kit: those of a known kind that are not hidden. Stops
/// at what no kit may hold.
final class KitListing extends SimpleFileVisitor<Path> {
    static final int MAX_FILES = 200;
    static final long MAX_TOTAL_BYTES = 128L << 20;
    /// Of whatever kind: a folder with more is no kit, but somebody's home.
    static final int MAX_ENTRIES = 2000;
    private static final int MAX_DEPTH = 6;

    private final Path folder;
    private final NavigableSet<String> names = new TreeSet<>();
    private @Nullable BrandException refusal;
    private int entries;
    private long bytes;

    private KitListing(Path folder) {
        this.folder = folder;
    }

    /// Names relative to `folder`, with `/` between folders.
    static NavigableSet<String> of(Path folder) throws BrandException {
        KitListing listing = new KitListing(folder);
        try {
            Files.walkFileTree(folder, Set.of(), MAX_DEPTH, listing);
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The kit's folder cannot be read.", e);
        }
        if (listing.refusal != null) {
            throw listing.refusal;
        }
        return listing.names;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) {
        return !entry.equals(folder) && isHidden(entry) ? FileVisitResult.SKIP_SUBTREE : counted();
    }

    @Override
    public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) {
        String name = folder.relativize(entry)
                .toString()
                .replace(entry.getFileSystem().getSeparator(), "/");
        if (isHidden(entry)) {
            return counted();
        }
        if (attributes.isSymbolicLink()) {
            return refuse(Code.UNSAFE, KitNames.shown(name) + " is a link; a kit holds its files itself.");
        }
        if (!attributes.isRegularFile() || FileKind.of(name).isEmpty()) {
            return counted();
        }
        if (!KitNames.isPlain(name)) {
            return refuse(Code.UNSAFE, KitNames.shown(name) + " is no name for a file of a kit. Rename it.");
        }
        names.add(name);
        bytes += attributes.size();
        if (names.size() > MAX_FILES || bytes > MAX_TOTAL_BYTES) {
            return refuse(Code.TOO_LARGE, tooMuch());
        }
        return counted();
    }

    static String tooMuch() {
        return "The kit has more than " + MAX_FILES + " files, or more than " + (MAX_TOTAL_BYTES >> 20) + " MiB.";
    }

    static boolean isHidden(Path entry) {
        Path name = entry.getFileName();
        return name == null || name.toString().startsWith(".");
    }

    private FileVisitResult counted() {
        return ++entries <= MAX_ENTRIES
                ? FileVisitResult.CONTINUE
                : refuse(Code.TOO_LARGE, "There are more than " + MAX_ENTRIES + " files in the kit's folder.");
    }

    private FileVisitResult refuse(Code code, String sentence) {
        refusal = new BrandException(code, sentence);
        return FileVisitResult.TERMINATE;
    }
}
