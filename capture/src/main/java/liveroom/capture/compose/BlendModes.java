package liveroom.capture.compose;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Look.Blend;

/// Blends by multiplying and by screening, as W3C Compositing and Blending Level 1 has them for
/// RGB, on luma and chroma.
///
/// With luma from 0 to 1 and chroma around 0, and what is behind opaque, the product of front `y,
/// c` and back `Y, C` is taken for `yY, cY + Cy`; screening is the same of the complements. This is
/// exact where front or back has no colour: white, black and greys, which is what shadows,
/// scratches, light leaks and paper are made of. Where both are colourful, the product of their
/// chroma is left out: hues stay between the two, luma is off by less than a quarter.
final class BlendModes {
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    private static final int BLACK = 16;
    private static final int RANGE = 219;
    private static final int NEUTRAL = 128;

    private final VideoFormat format;

    BlendModes(VideoFormat format) {
        this.format = format;
    }

    void draw(MemorySegment pixels, Overlay overlay, Spot spot) {
        int first = Math.max(0, -spot.y);
        int last = Math.min(overlay.height, format.height() - spot.y);
        int left = spot.from + Math.max(0, -spot.x);
        int right = Math.min(Math.min(spot.from + spot.columns, overlay.width), spot.from + format.width() - spot.x);
        for (int row = first; row < last; row += 2) {
            for (int column = left; column < right; column += 2) {
                chroma(pixels, overlay, spot, row, column);
            }
        }
        for (int row = first; row < last; row++) {
            long to = (long) (spot.y + row) * format.width() + spot.x - spot.from;
            for (int column = left; column < right; column++) {
                luma(pixels, overlay, spot, row * overlay.width + column, to + column);
            }
        }
    }

    private static void luma(MemorySegment pixels, Overlay overlay, Spot spot, int at, long to) {
        int alpha = alpha(overlay.lumaMask, at, spot.opacity);
        if (alpha == 0) {
            return;
        }
        int front = luma(overlay, at, spot.opacity);
        int back = lumaBehind(pixels, to);
        int mixed = spot.blend == Blend.MULTIPLY
                ? (back * (255 - alpha) + 127) / 255 + (back * front + RANGE / 2) / RANGE
                : back + (front * (RANGE - back) + RANGE / 2) / RANGE;
        pixels.set(BYTE, to, (byte) (BLACK + Math.min(RANGE, mixed)));
    }

    /// Before the luma, whose former values it needs.
    private void chroma(MemorySegment pixels, Overlay overlay, Spot spot, int row, int column) {
        int at = row / 2 * overlay.chromaMask.width + column / 2;
        int alpha = alpha(overlay.chromaMask, at, spot.opacity);
        if (alpha == 0) {
            return;
        }
        int upper = row * overlay.width + column;
        int front = (luma(overlay, upper, spot.opacity) + luma(overlay, upper + overlay.width, spot.opacity)) / 2;
        int x = spot.x + column - spot.from;
        long behind = (long) (spot.y + row) * format.width() + x;
        int back = (lumaBehind(pixels, behind) + lumaBehind(pixels, behind + format.width())) / 2;
        long blue = format.lumaBytes() + (long) ((spot.y + row) / 2) * (format.width() / 2) + x / 2;
        long red = blue + format.chromaBytes();
        int offset = NEUTRAL * alpha;
        int ofFront = spot.blend == Blend.MULTIPLY ? back : RANGE - back;
        int ofBack = spot.blend == Blend.MULTIPLY ? RANGE - RANGE * alpha / 255 + front : RANGE - front;
        chroma(pixels, blue, (overlay.blue[at] & 0xff) * spot.opacity / 256 - offset / 255, ofFront, ofBack);
        chroma(pixels, red, (overlay.red[at] & 0xff) * spot.opacity / 256 - offset / 255, ofFront, ofBack);
    }

    private static void chroma(MemorySegment pixels, long to, int front, int ofFront, int ofBack) {
        int back = (pixels.get(BYTE, to) & 0xff) - NEUTRAL;
        int mixed = NEUTRAL + Math.round((front * ofFront + back * ofBack) / (float) RANGE);
        pixels.set(BYTE, to, (byte) Math.clamp(mixed, BLACK, 240));
    }

    private static int alpha(Mask mask, int at, int opacity) {
        return ((255 - (mask.inverse[at] & 0xff)) * opacity + 128) >> 8;
    }

    /// Luma above black times alpha, 0 to [#RANGE].
    private static int luma(Overlay overlay, int at, int opacity) {
        int alpha = 255 - (overlay.lumaMask.inverse[at] & 0xff);
        int above = Math.clamp((overlay.luma[at] & 0xff) - (BLACK * alpha + 127) / 255, 0, RANGE);
        return (above * opacity + 128) >> 8;
    }

    private static int lumaBehind(MemorySegment pixels, long at) {
        return Math.clamp((pixels.get(BYTE, at) & 0xff) - BLACK, 0, RANGE);
    }
}
