package liveroom.capture.brand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import liveroom.capture.brand.BrandException.Code;

/// Opens brand kits. Whatever is wrong with one so that it would do harm, or cannot be
/// understood, refuses it; a file or font that is missing or damaged does not: [KitCheck] tells
/// of it.
///
/// Reads every file of the kit: not to be called on a media thread or the window's.
public final class BrandKitReader {
    private BrandKitReader() {}

    /// Opens a kit that is a folder, where it stays.
    public static BrandKit readFolder(Path folder) throws BrandException {
        if (!Files.isDirectory(folder)) {
            throw new BrandException(Code.MISSING, "There is no folder " + folder + ".");
        }
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The folder " + folder + " cannot be read.", e);
        }
        BrandKit kit = BrandJson.read(json(real.resolve(BrandJson.FILE)), real);
        KitFiles.checkAll(real);
        return kit;
    }

    /// Opens a kit that is a `.zip`, by unpacking it.
    ///
    /// @param folder where its files are to be; must not be there yet. It appears whole, or not
    ///     at all
    public static BrandKit readZip(Path zip, Path folder) throws BrandException {
        if (!Files.isRegularFile(zip)) {
            throw new BrandException(Code.MISSING, "There is no file " + zip + ".");
        }
        try (FreshFolder fresh = FreshFolder.beside(folder)) {
            KitUnpacker.unpack(zip, fresh.path());
            readFolder(fresh.path());
            fresh.takePlace();
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The kit cannot be unpacked to " + folder + ".", e);
        }
        return readFolder(folder);
    }

    private static byte[] json(Path file) throws BrandException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BrandException(
                    Code.NOT_A_KIT, file.getParent() + " is no brand kit: it has no " + BrandJson.FILE + ".");
        }
        int most = (int) FileKind.DATA.maxBytes();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] json = in.readNBytes(most + 1);
            if (json.length > most) {
                throw KitFiles.tooLarge(KitNames.shown(BrandJson.FILE), FileKind.DATA);
            }
            return json;
        } catch (IOException e) {
            throw new BrandException(Code.DISK, "The file " + file + " cannot be read.", e);
        }
    }
}
