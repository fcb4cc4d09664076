package liveroom.capture.graphics;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import liveroom.capture.brand.BrandKit;

/// Finds what is named as a kit's, in its own folder alone.
final class KitFiles {
    static final String PREFIX = "kit:";
    static final String LOGO = "kit:logo";

    private KitFiles() {}

    /// The kit's logo for a dark or a light background, the other one where it has only that; empty if none.
    static String logo(BrandKit kit, boolean onDark) {
        String wanted = onDark ? kit.logo().light() : kit.logo().dark();
        String other = onDark ? kit.logo().dark() : kit.logo().light();
        String file = wanted.isEmpty() ? other : wanted;
        return file.isEmpty() ? "" : PREFIX + file;
    }

    /// The real path of the file `name` in `folder`.
    ///
    /// @throws IOException if there is none, or if it lies elsewhere, by way of `..` or of links
    static Path resolve(Path folder, String name) throws IOException {
        try {
            Path home = folder.toRealPath();
            Path path = home.resolve(name).toRealPath();
            if (path.startsWith(home) && !path.equals(home)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
        throw new IOException("outside of the kit");
    }
}
