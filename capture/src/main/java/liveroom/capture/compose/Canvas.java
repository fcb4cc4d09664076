package liveroom.capture.compose;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Look.Blend;

/// The picture that is being composed: an I420 picture in memory of somebody else's. Whatever is
/// drawn is cut off at its edges. Confined to one thread; allocates nothing while drawing.
final class Canvas {
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    private static final int PLANES = 3;

    private final VideoFormat format;
    private final RowBlend row = new RowBlend();
    private final BlendModes modes;
    private MemorySegment pixels = MemorySegment.NULL;
    private int firstRow;
    private int lastRow;

    Canvas(VideoFormat format) {
        this.format = format;
        this.modes = new BlendModes(format);
        this.lastRow = format.height();
    }

    /// Everything is drawn into `target` from now on.
    ///
    /// @return where it was drawn before
    MemorySegment aim(MemorySegment target) {
        MemorySegment before = pixels;
        pixels = target;
        row.aim(target);
        return before;
    }

    /// Nothing is copied or drawn from now on but in these rows, whose limits are even: others will
    /// be hidden.
    void limit(int first, int last) {
        firstRow = first;
        lastRow = last;
    }

    void fill(Bt709.Yuv colour) {
        for (int plane = 0; plane < PLANES; plane++) {
            fill(start(plane), rows(plane) * stride(plane), colour.plane(plane));
        }
    }

    /// Fills a rectangle, whose edges are even.
    void fill(Area area, Bt709.Yuv colour) {
        int left = Math.max(0, area.left);
        int right = Math.min(format.width(), area.right);
        if (left >= right) {
            return;
        }
        for (int plane = 0; plane < PLANES; plane++) {
            int shift = shift(plane);
            int last = Math.min(format.height(), area.bottom) >> shift;
            for (int y = Math.max(0, area.top) >> shift; y < last; y++) {
                long at = start(plane) + (long) y * stride(plane) + (left >> shift);
                fill(at, (right - left) >> shift, colour.plane(plane));
            }
        }
    }

    private void fill(long at, int count, int value) {
        pixels.asSlice(at, count).fill((byte) value);
    }

    /// Draws one row of a plane between two places, in units of the plane's pixels, edges smoothed.
    void span(int plane, int y, double left, double right, int value) {
        double from = Math.clamp(left, 0, stride(plane));
        double to = Math.clamp(right, 0, stride(plane));
        if (from >= to) {
            return;
        }
        long start = start(plane) + (long) y * stride(plane);
        int first = (int) Math.ceil(from);
        int last = (int) Math.floor(to);
        if (first > last) {
            cover(start + last, to - from, value);
            return;
        }
        if (last > first) {
            fill(start + first, last - first, value);
        }
        if (first > from) {
            cover(start + first - 1, first - from, value);
        }
        if (to > last) {
            cover(start + last, to - last, value);
        }
    }

    private void cover(long at, double share, int value) {
        int behind = pixels.get(BYTE, at) & 0xff;
        pixels.set(BYTE, at, (byte) Math.round(behind + (value - behind) * share));
    }

    /// Copies an opaque picture. Luma last: most of what is drawn over it next is luma, which the
    /// cache then still has.
    void copy(Planes source, int x, int y) {
        for (int plane = PLANES - 1; plane >= 0; plane--) {
            int shift = shift(plane);
            int left = Math.max(0, x >> shift);
            int skipped = left - (x >> shift);
            int count = Math.min((source.width() >> shift) - skipped, stride(plane) - left);
            int first = Math.max(firstRow, y) >> shift;
            int last = Math.min(lastRow >> shift, (y >> shift) + (source.height() >> shift));
            long from = source.row(plane, first - (y >> shift)) + skipped;
            long to = start(plane) + (long) first * stride(plane) + left;
            if (count == stride(plane) && count == source.stride(plane)) {
                count *= Math.max(0, last - first);
                last = Math.min(last, first + 1);
            }
            for (int row = first; row < last && count > 0; row++) {
                MemorySegment.copy(source.memory(), from, pixels, to, count);
                from += source.stride(plane);
                to += stride(plane);
            }
        }
    }

    /// Mixes `weight` of 256 of another picture of the same format into this one.
    void mix(MemorySegment picture, int weight) {
        row.mix(picture, format.bytes(), weight);
    }

    void draw(Overlay overlay, Spot spot) {
        if (spot.opacity <= 0) {
            return;
        }
        if (spot.blend == Blend.NORMAL) {
            for (int plane = 0; plane < PLANES; plane++) {
                draw(plane, overlay, spot);
            }
        } else {
            modes.draw(pixels, overlay, spot);
        }
    }

    private void draw(int plane, Overlay overlay, Spot spot) {
        int shift = shift(plane);
        Mask mask = overlay.mask(plane);
        row.take(overlay.plane(plane), mask.inverse, spot.opacity);
        int x = Math.max(0, spot.x >> shift);
        int from = (spot.from >> shift) + x - (spot.x >> shift);
        int to = Math.min((spot.from + spot.columns) >> shift, from + stride(plane) - x);
        int y = spot.y >> shift;
        int last = Math.min(mask.height, (lastRow >> shift) - y);
        for (int line = Math.max(0, (firstRow >> shift) - y); line < last; line++) {
            long zero = start(plane) + (long) (y + line) * stride(plane) + x - from;
            int end = mask.firstRun(line + 1);
            for (int run = mask.firstRun(line); run < end; run += Mask.RUN) {
                int begin = Math.max(from, mask.begin(run));
                int count = Math.min(to, mask.end(run)) - begin;
                if (count > 0) {
                    row.draw(zero + begin, line * mask.width + begin, count, mask.through(run));
                }
            }
        }
    }

    private static int shift(int plane) {
        return plane == 0 ? 0 : 1;
    }

    private int stride(int plane) {
        return format.width() >> shift(plane);
    }

    private int rows(int plane) {
        return format.height() >> shift(plane);
    }

    private long start(int plane) {
        return plane == 0 ? 0 : format.lumaBytes() + (plane - 1L) * format.chromaBytes();
    }
}
