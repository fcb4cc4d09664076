package liveroom.capture.brand;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import liveroom.capture.brand.BrandException.Code;

/// The files of a kit on disk, each looked into before anything else reads it.
public final class KitFiles {
    private KitFiles() {}

    /// Where a file of the kit is, if it is there, is whole as far as its beginning tells, and
    /// does no harm: to be asked each time before a file is opened, since a folder can change.
    /// Takes as long as reading a small file.
    ///
    /// @param name as in `brand.json` or after `kit:` in a layer
    public static Optional<Path> find(BrandKit kit, String name) {
        try {
            return Optional.of(open(kit, name));
        } catch (BrandException _) {
            return Optional.empty();
        }
    }

    /// As [#find(BrandKit, String)], but says what is wrong.
    static Path open(BrandKit kit, String name) throws BrandException {
        Path file = place(kit.folder(), name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BrandException(Code.MISSING, "The kit has no file " + KitNames.shown(name) + ".");
        }
        check(file, name);
        return file;
    }

    static Path place(Path folder, String name) throws BrandException {
        try {
            if (KitNames.isPlain(name)) {
                Path file = folder.resolve(name).normalize();
                if (file.startsWith(folder.normalize())) {
                    return file;
                }
            }
        } catch (InvalidPathException _) {
            // refused below, as any other
        }
        throw new BrandException(
                Code.UNSAFE,
                KitNames.shown(name) + " is no name for a file of a kit: no file outside of it can be meant.");
    }

    /// Looks into every file of a kit. Damaged ones are let pass: they are told by [KitCheck],
    /// and never found.
    static void checkAll(Path folder) throws BrandException {
        for (String name : KitListing.of(folder)) {
            try {
                check(place(folder, name), name);
            } catch (BrandException e) {
                if (e.code() != Code.BROKEN) {
                    throw e;
                }
            }
        }
    }

    private static void check(Path file, String name) throws BrandException {
        String shown = KitNames.shown(name);
        FileKind kind = FileKind.of(name)
                .orElseThrow(() ->
                        new BrandException(Code.INVALID, "The file " + shown + " is of a kind that kits do not hold."));
        try {
            if (Files.size(file) > kind.maxBytes()) {
                throw tooLarge(shown, kind);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                KitContents.check(in, name, kind);
            }
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The file " + shown + " cannot be read.", e);
        }
    }

    static BrandException tooLarge(String shown, FileKind kind) {
        return new BrandException(
                Code.TOO_LARGE,
                "The file " + shown + " is larger than " + (kind.maxBytes() >> 10)
                        + " KiB, the most for a file of its kind.");
    }
}
