package liveroom.capture.brand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liveroom.capture.brand.BrandException.Code;
import liveroom.capture.brand.BrandKit.Typeface;

/// A kit while it is made or changed: a copy of all its files, out of sight, to which logos and fonts can be
/// brought. The kit itself stays as it is until [KitShelf#keep]. To be closed in any case: then the copy is gone.
///
/// Free-threaded; every call takes as long as the disk does.
public final class KitDraft implements AutoCloseable {
    private final BrandKit origin;
    private final Purpose purpose;
    private final FreshFolder files;
    private final BrandKit kit;
    private final Set<String> brought = new HashSet<>();

    private KitDraft(BrandKit origin, Purpose purpose, FreshFolder files) {
        this.origin = origin;
        this.purpose = purpose;
        this.files = files;
        this.kit = origin.saved(origin.version(), files.path());
    }

    /// What is to become of a draft.
    public enum Purpose {
        /// A kit beside the one that it began as.
        NEW,
        /// The next version of that one.
        CHANGE
    }

    /// @param workshop where drafts are; need not be there yet
    static KitDraft of(BrandKit kit, Purpose purpose, Path workshop) throws BrandException {
        KitDraft draft;
        try {
            draft = new KitDraft(kit, purpose, FreshFolder.beside(workshop.resolve("draft")));
        } catch (IOException e) {
            throw uncopied(e);
        }
        try {
            draft.copy();
            return draft;
        } catch (BrandException e) {
            draft.close();
            throw e;
        }
    }

    private void copy() throws BrandException {
        Set<String> names = switch (purpose) {
            case NEW -> KitHistory.present(origin);
            case CHANGE -> KitListing.of(origin.folder());
        };
        try {
            for (String name : names) {
                Path copy = KitFiles.place(files.path(), name);
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(KitFiles.place(origin.folder(), name), copy);
            }
        } catch (IOException e) {
            throw uncopied(e);
        }
    }

    private static BrandException uncopied(IOException e) {
        return new BrandException(Code.DISK, "The kit's files cannot be copied to work on them.", e);
    }

    public Purpose purpose() {
        return purpose;
    }

    /// The kit that the draft began as, where it is.
    public BrandKit origin() {
        return origin;
    }

    /// The kit as it began, with the draft's files: what changes begin with.
    public BrandKit kit() {
        return kit;
    }

    /// What one can go back to, the newest first, with the draft's files.
    public List<KitHistory.Version> versions() {
        return switch (purpose) {
            case NEW -> List.of();
            case CHANGE ->
                KitHistory.of(origin).stream()
                        .map(old -> new KitHistory.Version(
                                old.kit().saved(old.kit().version(), kit.folder()), old.savedAt()))
                        .toList();
        };
    }

    /// Brings a picture in, under the same rules as in a kit that is opened.
    ///
    /// @return its name in the kit
    /// @throws BrandException with a sentence for the host if it is refused; then nothing has changed
    public synchronized String bringLogo(Path file) throws BrandException {
        FileKind kind = FileKind.of(file.toString()).orElse(FileKind.TEXT);
        if (kind != FileKind.IMAGE && kind != FileKind.DRAWING) {
            throw new BrandException(Code.INVALID, "A logo is an SVG, PNG or JPEG file.");
        }
        return bring(file, kind, "");
    }

    /// Brings a font in, as [#bringLogo(Path)] does a picture.
    public synchronized Typeface bringFont(Path file) throws BrandException {
        if (FileKind.of(file.toString()).orElse(FileKind.TEXT) != FileKind.FONT) {
            throw new BrandException(Code.INVALID, "A font is a .ttf or .otf file.");
        }
        String name = bring(file, FileKind.FONT, "fonts/");
        return StudioFonts.face(kit, name)
                .orElseThrow(() ->
                        new BrandException(Code.BROKEN, "The font " + KitNames.shown(name) + " cannot be opened."));
    }

    private String bring(Path file, FileKind kind, String folder) throws BrandException {
        byte[] content = content(file, kind);
        String name = free(folder + plain(file), content);
        Path copy = KitFiles.place(kit.folder(), name);
        if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
            return name;
        }
        boolean good = false;
        try {
            Files.createDirectories(copy.resolveSibling("."));
            Files.write(copy, content);
            KitFiles.open(kit, name);
            if (!KitContents.opens(copy, name)) {
                throw new BrandException(
                        Code.BROKEN, "The file " + KitNames.shown(name) + " is damaged. Export it anew.");
            }
            KitListing.of(kit.folder());
            brought.add(name);
            good = true;
            return name;
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The file " + file + " cannot be copied.", e);
        } finally {
            if (!good) {
                copy.toFile().delete();
            }
        }
    }

    private static byte[] content(Path file, FileKind kind) throws BrandException {
        if (!Files.isRegularFile(file)) {
            throw new BrandException(Code.MISSING, "There is no file " + file + ".");
        }
        int most = (int) kind.maxBytes();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw KitFiles.tooLarge(KitNames.shown(plain(file)), kind);
            }
            return content;
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The file " + file + " cannot be read.", e);
        }
    }

    /// The file's name if a kit can have it, else one like it.
    private static String plain(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.'));
        boolean fits = name.length() <= 60 && KitNames.isPlain(name) && !name.startsWith(".");
        return fits ? name : "file" + ending;
    }

    /// The name, with a number if another file has it; files of the kit are never overwritten.
    private String free(String wanted, byte[] content) throws BrandException {
        int dot = wanted.lastIndexOf('.');
        Set<String> taken = new HashSet<>();
        for (String name : KitListing.of(kit.folder())) {
            taken.add(KitNames.folded(name));
        }
        String name = wanted;
        for (int number = 2; taken.contains(KitNames.folded(name)) && !holds(name, content); number++) {
            name = wanted.substring(0, dot) + "-" + number + wanted.substring(dot);
        }
        return name;
    }

    private boolean holds(String name, byte[] content) throws BrandException {
        try {
            Path file = KitFiles.place(kit.folder(), name);
            return Files.isRegularFile(file)
                    && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException _) {
            return false;
        }
    }

    /// Drops what was brought in and is not used after all.
    ///
    /// @return the files that were brought in, and are
    synchronized Set<String> settle(BrandKit edited) throws BrandException {
        Set<String> unused = new HashSet<>(brought);
        unused.removeAll(edited.named());
        for (String name : unused) {
            if (!KitFiles.place(kit.folder(), name).toFile().delete()) {
                throw new BrandException(Code.DISK, "The file " + KitNames.shown(name) + " cannot be removed.");
            }
        }
        brought.removeAll(unused);
        return Set.copyOf(brought);
    }

    /// Removes the copy, as far as the disk lets it.
    @Override
    public synchronized void close() {
        try {
            files.close();
        } catch (IOException _) {
            // a hidden folder stays behind, which nobody takes for a kit
        }
    }
}
