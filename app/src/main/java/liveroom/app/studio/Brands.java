package liveroom.app.studio;

import java.io.IOException;
import java.nio.file.Path;
import liveroom.app.settings.StudioHome;
import liveroom.capture.brand.KitShelf;
import liveroom.capture.brand.ShippedFiles;
import liveroom.capture.brand.StudioFonts;

/// The brand kits of this computer, and the fonts that the studio ships.
public record Brands(KitShelf shelf, StudioFonts fonts) {
    /// Looks where they are; the first time, copies what ships out of the program.
    ///
    /// @throws IOException if the home cannot be written to, or the program is not whole
    public static Brands open(StudioHome home) throws IOException {
        Path cache = home.cache();
        Path kits = shipped("kits", cache);
        return new Brands(
                new KitShelf(kits, home.kits(), cache.resolve("unpacked")), new StudioFonts(shipped("fonts", cache)));
    }

    private static Path shipped(String name, Path cache) throws IOException {
        return ShippedFiles.folder(Brands.class, "/liveroom/assets/" + name, cache.resolve(name));
    }
}
