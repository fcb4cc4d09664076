package liveroom.capture.graphics;

import java.awt.Color;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.Contrast;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Paint;

/// A kit's colours, and those that follow from them.
record Palette(BrandKit kit) {
    /// The least for large text and marks, WCAG 2.2, 1.4.3 and 1.4.11.
    private static final double LARGE_CONTRAST = 3;

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
            if (Contrast.ratio(mixed, rgb(behind)) >= Contrast.LEAST) {
                return new Color(mixed);
            }
        }
        return of(text);
    }

    /// The brand's colour for large text and marks on `behind`, or the plain one where it could not be made out.
    Color strong(ColourRole text, ColourRole behind) {
        for (ColourRole role : new ColourRole[] {ColourRole.PRIMARY, ColourRole.ACCENT}) {
            if (Contrast.ratio(rgb(role), rgb(behind)) >= LARGE_CONTRAST) {
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
        return Contrast.ratio(rgb(role), 0xffffff) > Contrast.ratio(rgb(role), 0);
    }

    int rgb(ColourRole role) {
        return kit.colour(role) & 0xffffff;
    }

    static Color faded(Color colour, double alpha) {
        return new Color(
                colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(colour.getAlpha() * alpha));
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
