package liveroom.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.SlateKind;

/// A brand kit without files.
public final class FakeKit {
    private static final BrandKit.Typeface INTER = new BrandKit.Typeface("Inter", 600, List.of());

    /// Dark blue and orange, five per cent of safe margin.
    public static final BrandKit KIT = new BrandKit(
            "Harbour",
            1,
            Map.of(
                    ColourRole.PRIMARY, 0x1a56b4,
                    ColourRole.ON_PRIMARY, 0xffffff,
                    ColourRole.ACCENT, 0xf5a524,
                    ColourRole.ON_ACCENT, 0x201400,
                    ColourRole.SURFACE, 0xffffff,
                    ColourRole.ON_SURFACE, 0x10202f,
                    ColourRole.BACKGROUND, 0x0c1a2b,
                    ColourRole.ON_BACKGROUND, 0xf2f6fa),
            Map.of(FontRole.HEADING, INTER, FontRole.BODY, INTER, FontRole.NUMBERS, INTER),
            new BrandKit.Logo("", ""),
            BrandKit.Corners.SOFT,
            BrandKit.Motion.NORMAL,
            0.05,
            Map.of(
                    SlateKind.STARTING_SOON, "Starting soon",
                    SlateKind.BE_RIGHT_BACK, "Be right back",
                    SlateKind.THANK_YOU, "Thank you"),
            Path.of("."));

    private FakeKit() {}
}
