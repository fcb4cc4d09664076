package liveroom.capture.graphics;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.scene.Content.FontRole;

/// Opens each kit's fonts once. Free-threaded.
final class FontShelf {
    private static final long MAX_BYTES = 32L << 20;
    private static final int BOLD = 600;
    private static final List<String> CHINESE = List.of("Noto Sans SC", "Noto Sans CJK SC");

    private final Map<Path, Font> opened = new ConcurrentHashMap<>();

    /// @param complaints is told, in sentences, which font is missing or broken; another stands in for it then
    Face face(BrandKit kit, FontRole role, Consumer<String> complaints) {
        BrandKit.Typeface typeface = kit.fonts().get(role);
        List<Font> fonts = new ArrayList<>();
        int style = Font.PLAIN;
        if (typeface != null) {
            style = typeface.weight() >= BOLD ? Font.BOLD : Font.PLAIN;
            for (String file : typeface.files()) {
                addFile(fonts, kit.folder(), file, complaints);
            }
            if (fonts.isEmpty() && typeface.files().isEmpty()) {
                fonts.add(new Font(typeface.family(), style, 1));
            }
        }
        for (String family : CHINESE) {
            fonts.add(new Font(family, style, 1));
        }
        fonts.add(new Font(Font.SANS_SERIF, style, 1));
        return new Face(fonts);
    }

    private void addFile(List<Font> fonts, Path folder, String file, Consumer<String> complaints) {
        try {
            Path path = KitFiles.resolve(folder, file);
            Font font = opened.get(path);
            if (font == null) {
                font = open(path);
                opened.put(path, font);
            }
            fonts.add(font);
        } catch (IOException | FontFormatException | RuntimeException _) {
            complaints.accept("The font \"" + file + "\" is missing or broken; another stands in for it.");
        }
    }

    private static Font open(Path path) throws IOException, FontFormatException {
        if (Files.size(path) > MAX_BYTES) {
            throw new IOException("too large");
        }
        return Font.createFont(Font.TRUETYPE_FONT, path.toFile());
    }
}
