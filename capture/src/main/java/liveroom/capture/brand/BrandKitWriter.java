package liveroom.capture.brand;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import liveroom.capture.brand.BrandException.Code;
import liveroom.capture.brand.KitShelf.IfTaken;

/// Writes brand kits, as folders or as archives. What it writes appears whole, or not at all.
public final class BrandKitWriter {
    private BrandKitWriter() {}

    /// Saves a kit, its version counted up; in its own folder the one before is kept, see
    /// [KitHistory].
    ///
    /// @param folder its own, of which nothing but `brand.json` changes; or one that is not there
    ///     yet
    /// @return the kit as it is there
    public static BrandKit save(BrandKit kit, Path folder) throws BrandException {
        BrandKit saved = kit.saved(kit.version() + 1, folder.toAbsolutePath());
        if (!folder.toAbsolutePath().equals(kit.folder().toAbsolutePath())) {
            copy(kit, saved, IfTaken.KEEP_BOTH);
            return saved;
        }
        Path written = folder.resolve("." + BrandJson.FILE);
        try {
            KitHistory.keep(kit);
            Files.write(written, BrandJson.write(saved));
            Files.move(
                    written,
                    folder.resolve(BrandJson.FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The kit cannot be saved to " + folder + ".", e);
        }
        return saved;
    }

    /// Puts one more file into a kit, whole or not at all. One that is there already must be the same.
    static void bring(Path file, Path place) throws BrandException {
        try {
            if (Files.exists(place)) {
                if (Files.mismatch(file, place) >= 0) {
                    throw new BrandException(
                            Code.DISK,
                            "Another file " + KitNames.shown(String.valueOf(place.getFileName()))
                                    + " has come into the kit meanwhile. Choose yours again.");
                }
                return;
            }
            Path folder = place.resolveSibling(".").normalize();
            Files.createDirectories(folder);
            Path written = folder.resolve("." + place.getFileName());
            Files.copy(file, written, StandardCopyOption.REPLACE_EXISTING);
            Files.move(written, place);
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The kit cannot take the file " + place + ".", e);
        }
    }

    /// Copies all files of `kit`, but those of its older versions alone, to the folder of `copy`, and describes them as
    /// `copy` does.
    static void copy(BrandKit kit, BrandKit copy, IfTaken ifTaken) throws BrandException {
        try (FreshFolder fresh = FreshFolder.beside(copy.folder())) {
            for (String name : KitHistory.present(kit)) {
                Path file = KitFiles.place(fresh.path(), name);
                Files.createDirectories(file.resolveSibling("."));
                Files.copy(KitFiles.place(kit.folder(), name), file);
            }
            Files.write(fresh.path().resolve(BrandJson.FILE), BrandJson.write(copy));
            switch (ifTaken) {
                case KEEP_BOTH -> fresh.takePlace();
                case REPLACE -> fresh.takePlaceOf();
            }
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            throw new BrandException(Code.DISK, copy.folder() + " is there already. Choose another place.", e);
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The kit cannot be saved to " + copy.folder() + ".", e);
        }
    }

    /// Writes a kit with all its files into one archive, for somebody else's studio. What only its older
    /// versions use stays behind, and so do they.
    ///
    /// @param zip replaced if it is there
    public static void export(BrandKit kit, Path zip) throws BrandException {
        Path target = zip.toAbsolutePath();
        Path written = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written));
                    ZipOutputStream archive = new ZipOutputStream(out)) {
                add(archive, BrandJson.FILE, BrandJson.write(kit));
                for (String name : KitHistory.present(kit)) {
                    if (!name.equals(BrandJson.FILE)) {
                        add(archive, name, Files.readAllBytes(KitFiles.place(kit.folder(), name)));
                    }
                }
            }
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The kit cannot be written to " + zip + ".", e);
        } finally {
            written.toFile().delete();
        }
    }

    private static void add(ZipOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content);
        archive.closeEntry();
    }
}
