package liveroom.capture.brand;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liveroom.capture.brand.BrandKit.Typeface;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.source.Headless;

/// The fonts that the studio ships and those of kits, each opened and registered with Java2D
/// once, so that drawings find them by name, too. Works without a display. Free-threaded; the
/// first call for a kit takes as long as its files do.
public final class StudioFonts {
    /// The family that stands in for one that is missing.
    public static final String FAMILY = "Inter";

    private static final String CHINESE = "Noto Sans SC";
    private final Path folder;
    private final List<FontFile> shipped = new ArrayList<>();
    private final Map<State, Optional<FontFile>> opened = new ConcurrentHashMap<>();
    private final Font last;

    /// @param folder the fonts that the studio ships, as files
    /// @throws IOException if the folder cannot be read
    public StudioFonts(Path folder) throws IOException {
        Headless.ensure();
        this.folder = folder;
        last = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (FileKind.of(file.toString())
                        .filter(kind -> kind == FileKind.FONT)
                        .isPresent()) {
                    open(file).ifPresent(shipped::add);
                }
            }
        }
    }

    /// Where the fonts are that the studio ships, as files.
    public Path folder() {
        return folder;
    }

    /// The fonts for a role, of size 1, in the order in which they are asked for a glyph: the
    /// kit's own; the studio's Noto Sans SC for Chinese, as heavy; what the system has. Never
    /// fails: in the place of a font that is missing or damaged there is the studio's Inter.
    public List<Font> fonts(BrandKit kit, FontRole role) {
        Typeface typeface = kit.typeface(role);
        Optional<Font> first = own(kit, typeface).or(() -> nearest(shipped, FAMILY, typeface.weight()));
        return Stream.of(first, nearest(shipped, CHINESE, typeface.weight()), Optional.of(last))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whether the kit's own typeface is used for a role, and not another in its place.
    public boolean has(BrandKit kit, FontRole role) {
        return own(kit, kit.typeface(role)).isPresent();
    }

    /// The typefaces that the studio ships.
    public List<Typeface> faces() {
        return shipped.stream().map(file -> file.face(List.of())).toList();
    }

    /// The typefaces of the fonts that are in a kit's folder, as far as they can be opened. Takes as long as
    /// opening them does.
    public List<Typeface> faces(BrandKit kit) throws BrandException {
        return KitListing.of(kit.folder()).stream()
                .filter(name ->
                        FileKind.of(name).filter(kind -> kind == FileKind.FONT).isPresent())
                .flatMap(name -> face(kit, name).stream())
                .toList();
    }

    /// @param name of a font file of the kit
    static Optional<Typeface> face(BrandKit kit, String name) {
        return KitFiles.find(kit, name).flatMap(StudioFonts::open).map(font -> font.face(List.of(name)));
    }

    private Optional<Font> own(BrandKit kit, Typeface typeface) {
        if (typeface.files().isEmpty()) {
            return nearest(shipped, typeface.family(), typeface.weight());
        }
        List<FontFile> files = typeface.files().stream()
                .flatMap(name -> KitFiles.find(kit, name).stream())
                .flatMap(file -> known(file).stream())
                .toList();
        return nearest(files, "", typeface.weight());
    }

    private Optional<FontFile> known(Path file) {
        try {
            State state = new State(file, Files.size(file), Files.getLastModifiedTime(file));
            return opened.computeIfAbsent(state, _ -> open(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// A file as it was when it was opened: kits can be saved anew in their place.
    private record State(Path file, long bytes, FileTime changed) {}

    /// @param family empty for any
    private static Optional<Font> nearest(List<FontFile> files, String family, int weight) {
        return files.stream()
                .filter(file -> family.isEmpty() || file.isOf(family))
                .min(Comparator.comparingInt(file -> Math.abs(file.weight() - weight)))
                .map(file -> file.weighing(weight));
    }

    static Optional<FontFile> open(Path file) {
        try {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            return Optional.of(new FontFile(font, FontWeight.of(file)));
        } catch (FontFormatException | IOException | RuntimeException _) {
            // the runtime's font code throws what it likes for a damaged file
            return Optional.empty();
        }
    }

    /// An opened file. @param weight as in CSS
    record FontFile(Font font, int weight) {
        private static final int BOLD = 600;
        private static final Pattern WEIGHT = Pattern.compile(
                " (thin|((extra|ultra|semi|demi) ?)?(light|bold)|regular|medium|black|heavy)$",
                Pattern.CASE_INSENSITIVE);

        /// Emboldened by Java2D if a bold one is wanted, and the file holds a light one.
        Font weighing(int wanted) {
            return wanted >= BOLD && weight < BOLD ? font.deriveFont(Font.BOLD) : font;
        }

        /// As `brand.json` has it: the family without the name of the weight.
        Typeface face(List<String> files) {
            int rounded = Math.clamp(Math.round(weight / 100.0) * 100, 100, 900);
            String family = font.getFamily(Locale.ROOT);
            String plain = WEIGHT.matcher(family).replaceFirst("").strip();
            return new Typeface(plain.isEmpty() ? family : plain, rounded, files);
        }

        /// The family's name is that of the file's, without the name of a weight.
        boolean isOf(String family) {
            String own = font.getFamily(Locale.ROOT).toLowerCase(Locale.ROOT);
            String wanted = family.toLowerCase(Locale.ROOT);
            return own.equals(wanted) || own.startsWith(wanted + " ");
        }
    }
}
