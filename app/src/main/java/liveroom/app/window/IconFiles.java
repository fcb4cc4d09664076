package liveroom.app.window;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import javafx.scene.text.Font;
import org.kordamp.ikonli.FontLoader;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The fonts of the icons, as files. Whatever else JavaFX is given it copies into the temporary folder, and
/// leaves there when the process ends at once.
final class IconFiles implements FontLoader {
    private static final Logger LOG = LoggerFactory.getLogger(IconFiles.class);
    private static final double SIZE = 16;

    private final Path folder;

    private IconFiles(Path folder) {
        this.folder = folder;
    }

    /// To be called before there is an icon.
    ///
    /// @param folder where they are kept from one start to the next
    static void keepIn(Path folder) {
        IkonResolverProvider.getInstance(new IconFiles(folder));
    }

    @Override
    public void loadFont(IkonHandler icons) {
        try {
            icons.setFont(Font.loadFont(file(icons).toUri().toString(), SIZE));
        } catch (IOException e) {
            LOG.warn("The font of the icons cannot be kept", e);
            icons.setFont(Font.loadFont(icons.getFontResource().toString(), SIZE));
        }
    }

    private Path file(IkonHandler icons) throws IOException {
        String resource = icons.getFontResource().getPath();
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream stream = icons.getFontResourceAsStream()) {
            byte[] font = stream.readAllBytes();
            if (!Files.isRegularFile(file) || !Arrays.equals(font, Files.readAllBytes(file))) {
                Files.createDirectories(folder);
                Path written = Files.createTempFile(folder, "icons", null);
                Files.write(written, font);
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return file;
    }
}
