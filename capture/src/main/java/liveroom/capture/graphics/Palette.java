package liveroom.capture.graphics;

import java.awt.Color;
import java.util.Map;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Paint;

/// A kit's colours, and those that follow from them.
///
/// @param colours `0xRRGGBB`
record Palette(Map<ColourRole, Integer> colours) {
    /// What text needs against what is behind it: WCAG 2.2, 1.4.3.
    static final double TEXT_CONTRAST = 4.5;
    /// The same for large text and marks.
    static final double LARGE_CONTRAST = 3;

    private static final double[] QUIETNESS = {0.3, 0.2, 0.1};

    Color of(ColourRole role) {
        return new Color(rgb(role));
    }

    Color of(Paint paint) {
        return switch (paint) {
            case Paint.Role(ColourRole role) -> of(role);
            case Paint.Fixed(int argb) -> new Color(argb, true);
        };
    }

    /// Text that stands back, and can still be read.
    Color quiet(ColourRole text, ColourRole behind) {
        for (double share : QUIETNESS) {
            int mixed = mix(rgb(text), rgb(behind), share);
            if (contrast(mixed, rgb(behind)) >= TEXT_CONTRAST) {
                return new Color(mixed);
            }
        }
        return of(text);
    }

    /// The brand's colour for large text and marks on `behind`, or the plain one where it could not be made out.
    Color strong(ColourRole text, ColourRole behind) {
        for (ColourRole role : new ColourRole[] {ColourRole.PRIMARY, ColourRole.ACCENT}) {
            if (contrast(rgb(role), rgb(behind)) >= LARGE_CONTRAST) {
                return of(role);
            }
        }
        return of(text);
    }

    /// `share` of `b` in `a`.
    Color between(ColourRole a, ColourRole b, double share) {
        return new Color(mix(rgb(a), rgb(b), share));
    }

    boolean isDark(ColourRole role) {
        return contrast(rgb(role), 0xffffff) > contrast(rgb(role), 0);
    }

    int rgb(ColourRole role) {
        Integer rgb = colours.get(role);
        boolean text = role.name().startsWith("ON_");
        return rgb != null ? rgb & 0xffffff : text ? 0xffffff : 0x16181c;
    }

    static Color faded(Color colour, double alpha) {
        return new Color(
                colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(colour.getAlpha() * alpha));
    }

    /// From 1 to 21, as in WCAG 2.2.
    static double contrast(int a, int b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int component) {
        double c = component / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int mix(int a, int b, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = a >> shift & 0xff;
            int to = b >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }
}
