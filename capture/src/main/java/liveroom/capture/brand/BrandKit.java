package liveroom.capture.brand;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.SlateKind;

/// A brand: what every graphic takes its looks from. Immutable.
///
/// @param version counts up each time the kit is saved
/// @param colours `0xRRGGBB`, one for every role
/// @param fonts one for every role
/// @param safeMargin what stays free at each edge, as a fraction of the picture
/// @param slates the headline of each slate
/// @param folder where the kit's files are
public record BrandKit(
        String name,
        int version,
        Map<ColourRole, Integer> colours,
        Map<FontRole, Typeface> fonts,
        Logo logo,
        Corners corners,
        Motion motion,
        double safeMargin,
        Map<SlateKind, String> slates,
        Path folder) {
    public BrandKit {
        colours = Map.copyOf(colours);
        fonts = Map.copyOf(fonts);
        slates = Map.copyOf(slates);
    }

    /// As `0xRRGGBB`; black if the kit has none.
    public int colour(ColourRole role) {
        return colours.getOrDefault(role, 0);
    }

    /// The studio's own if the kit has none.
    public Typeface typeface(FontRole role) {
        return fonts.getOrDefault(role, new Typeface(StudioFonts.FAMILY, 400, List.of()));
    }

    /// The same kit with another colour for a role. @param rgb `0xRRGGBB`
    public BrandKit withColour(ColourRole role, int rgb) {
        Map<ColourRole, Integer> changed = changed(colours, role, rgb);
        return new BrandKit(name, version, changed, fonts, logo, corners, motion, safeMargin, slates, folder);
    }

    public BrandKit withName(String newName) {
        return new BrandKit(newName, version, colours, fonts, logo, corners, motion, safeMargin, slates, folder);
    }

    public BrandKit withTypeface(FontRole role, Typeface face) {
        Map<FontRole, Typeface> changed = changed(fonts, role, face);
        return new BrandKit(name, version, colours, changed, logo, corners, motion, safeMargin, slates, folder);
    }

    public BrandKit withLogo(Logo newLogo) {
        return new BrandKit(name, version, colours, fonts, newLogo, corners, motion, safeMargin, slates, folder);
    }

    public BrandKit withCorners(Corners newCorners) {
        return new BrandKit(name, version, colours, fonts, logo, newCorners, motion, safeMargin, slates, folder);
    }

    public BrandKit withMotion(Motion newMotion) {
        return new BrandKit(name, version, colours, fonts, logo, corners, newMotion, safeMargin, slates, folder);
    }

    /// The same kit with another margin. @param fraction of the picture, up to 0.25
    public BrandKit withSafeMargin(double fraction) {
        return new BrandKit(name, version, colours, fonts, logo, corners, motion, fraction, slates, folder);
    }

    public BrandKit withSlate(SlateKind kind, String headline) {
        Map<SlateKind, String> changed = changed(slates, kind, headline);
        return new BrandKit(name, version, colours, fonts, logo, corners, motion, safeMargin, changed, folder);
    }

    private static <K, V> Map<K, V> changed(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    /// The files of the kit that it gives a role.
    Set<String> named() {
        Set<String> named = new HashSet<>(List.of(logo.light(), logo.dark()));
        fonts.values().forEach(face -> named.addAll(face.files()));
        named.remove("");
        return named;
    }

    /// The same kit as it was saved. @param newVersion counted up
    BrandKit saved(int newVersion, Path newFolder) {
        return new BrandKit(name, newVersion, colours, fonts, logo, corners, motion, safeMargin, slates, newFolder);
    }

    /// A font, and what stands in for it: Chinese glyphs come from the studio's own Noto Sans SC.
    ///
    /// @param weight as in CSS, 100 to 900
    /// @param files font files of the kit, TrueType or OpenType; empty for a family that the
    ///     studio ships
    public record Typeface(String family, int weight, List<String> files) {
        public Typeface {
            files = List.copyOf(files);
        }
    }

    /// Files of the kit, SVG or PNG; empty for none.
    ///
    /// @param light for dark backgrounds
    /// @param dark for light backgrounds
    public record Logo(String light, String dark) {}

    /// How corners look, from a fraction of the height of what has them.
    public enum Corners {
        SHARP(0),
        SOFT(0.12),
        ROUND(0.5);

        private final double radius;

        Corners(double radius) {
            this.radius = radius;
        }

        /// As a fraction of the height of the graphic.
        public double radius() {
            return radius;
        }
    }

    /// How fast graphics move: lengths of animations are multiplied by it.
    public enum Motion {
        CALM(1.4),
        NORMAL(1),
        LIVELY(0.7);

        private final double stretch;

        Motion(double stretch) {
            this.stretch = stretch;
        }

        public double stretch() {
            return stretch;
        }
    }
}
