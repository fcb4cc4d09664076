package liveroom.capture.brand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The versions of a kit before the present one: the `brand.json` of each, in a hidden folder within the
/// kit's. Files that a version names stay in the kit for as long as it does, so that each can come back.
public final class KitHistory {
    /// As many versions are kept.
    static final int MOST = 10;

    private static final String FOLDER = ".versions";
    private static final Pattern NAME = Pattern.compile("(\\d{1,9})\\.json");

    private KitHistory() {}

    /// A version of a kit.
    ///
    /// @param kit as it was then, in the folder where it is now
    /// @param savedAt when it was saved
    public record Version(BrandKit kit, Instant savedAt) {}

    /// The versions before the present one, the newest first; one that can no longer be read is left out.
    /// Takes as long as reading some small files.
    public static List<Version> of(BrandKit kit) {
        List<Version> versions = new ArrayList<>();
        for (Path file : files(kit.folder())) {
            read(file, kit.folder()).ifPresent(versions::add);
        }
        return versions;
    }

    /// Keeps the `brand.json` that is about to be replaced.
    static void keep(BrandKit kit) throws IOException {
        Path present = kit.folder().resolve(BrandJson.FILE);
        if (!Files.isRegularFile(present, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path folder = kit.folder().resolve(FOLDER);
        Files.createDirectories(folder);
        Files.copy(
                present,
                folder.resolve(kit.version() + ".json"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        List<Path> kept = files(kit.folder());
        for (Path old : kept.subList(Math.min(MOST, kept.size()), kept.size())) {
            Files.deleteIfExists(old);
        }
    }

    /// The files of a kit without those that only its older versions use.
    static NavigableSet<String> present(BrandKit kit) throws BrandException {
        NavigableSet<String> files = KitListing.of(kit.folder());
        Set<String> older = new HashSet<>();
        of(kit).forEach(version -> older.addAll(version.kit().named()));
        older.removeAll(kit.named());
        files.removeAll(older);
        return files;
    }

    /// The newest first.
    private static List<Path> files(Path kit) {
        Path folder = kit.resolve(FOLDER);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.limit(KitListing.MAX_ENTRIES)
                    .filter(file -> number(file) >= 0)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparingInt(KitHistory::number).reversed())
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static int number(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : -1;
    }

    private static Optional<Version> read(Path file, Path kit) {
        int most = (int) FileKind.DATA.maxBytes();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] json = in.readNBytes(most + 1);
            Instant savedAt = Files.getLastModifiedTime(file).toInstant();
            return json.length > most ? Optional.empty() : Optional.of(new Version(BrandJson.read(json, kit), savedAt));
        } catch (IOException | BrandException _) {
            // one version less to go back to
            return Optional.empty();
        }
    }
}
