package liveroom.capture.graphics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.brand.BrandKitReader;
import liveroom.capture.brand.StudioFonts;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.SlateKind;

/// The kits that ship, and others made up.
final class Kits {
    static final Path FOLDER = Path.of("src/test/resources/liveroom/capture/graphics");

    static final List<String> SHIPPED = List.of("daylight", "nocturne", "atelier");

    private static final Path ASSETS = Path.of("../assets");

    private Kits() {}

    static StudioFonts fonts() {
        try {
            return new StudioFonts(ASSETS.resolve("fonts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BrandKit shipped(String name) {
        try {
            return BrandKitReader.readFolder(ASSETS.resolve("kits").resolve(name));
        } catch (BrandException e) {
            throw new IllegalStateException(e);
        }
    }

    static BrandKit dark(Corners corners) {
        return kit(
                Map.of(
                        ColourRole.PRIMARY, 0x7c5cff,
                        ColourRole.ON_PRIMARY, 0xffffff,
                        ColourRole.ACCENT, 0x39d0c8,
                        ColourRole.ON_ACCENT, 0x06201f,
                        ColourRole.SURFACE, 0x17181f,
                        ColourRole.ON_SURFACE, 0xf4f4f8,
                        ColourRole.BACKGROUND, 0x0d0e14,
                        ColourRole.ON_BACKGROUND, 0xf4f4f8),
                corners,
                FOLDER);
    }

    static BrandKit light(Corners corners) {
        return kit(
                Map.of(
                        ColourRole.PRIMARY, 0xc2410c,
                        ColourRole.ON_PRIMARY, 0xffffff,
                        ColourRole.ACCENT, 0x1f4d3a,
                        ColourRole.ON_ACCENT, 0xffffff,
                        ColourRole.SURFACE, 0xfffdf9,
                        ColourRole.ON_SURFACE, 0x221d18,
                        ColourRole.BACKGROUND, 0xf3ece2,
                        ColourRole.ON_BACKGROUND, 0x221d18),
                corners,
                FOLDER);
    }

    static BrandKit in(Path folder) {
        return kit(dark(Corners.SOFT).colours(), Corners.SOFT, folder);
    }

    private static BrandKit kit(Map<ColourRole, Integer> colours, Corners corners, Path folder) {
        Map<FontRole, BrandKit.Typeface> fonts = new EnumMap<>(FontRole.class);
        for (FontRole role : FontRole.values()) {
            fonts.put(role, new BrandKit.Typeface(StudioFonts.FAMILY, role == FontRole.BODY ? 400 : 700, List.of()));
        }
        return new BrandKit(
                "Test",
                1,
                colours,
                fonts,
                new BrandKit.Logo("logo-light.svg", "logo-dark.svg"),
                corners,
                BrandKit.Motion.NORMAL,
                0.05,
                Map.of(
                        SlateKind.STARTING_SOON, "Starting soon",
                        SlateKind.BE_RIGHT_BACK, "Be right back",
                        SlateKind.THANK_YOU, "Thank you for watching"),
                folder);
    }
}
