package liveroom.capture.source;

import java.lang.foreign.MemorySegment;
import liveroom.capture.media.VideoFormat;

/// A disc that swings from side to side. Drawn row by row, without smoothing: it moves.
final class Ball {
    private final VideoFormat format;
    private final byte luma;
    private final byte blue;
    private final byte red;
    private final int radius;

    Ball(VideoFormat format, int rgb) {
        this.format = format;
        this.luma = Raster.luma(rgb);
        this.blue = Raster.chromaBlue(rgb);
        this.red = Raster.chromaRed(rgb);
        this.radius = Math.max(4, TestCard.span(0.07, format.height()));
    }

    /// @param phase 0 to 1, one swing there and back
    void draw(double phase, MemorySegment target) {
        double reach = format.width() * 0.45 - radius;
        int x = (int) Math.round(format.width() * 0.5 - reach * Math.cos(phase * 2 * Math.PI)) & ~1;
        int y = TestCard.span(0.48, format.height());
        disc(target, 0, format.width(), x, y, radius, luma);
        disc(target, format.lumaBytes(), format.width() / 2, x / 2, y / 2, radius / 2, blue);
        long redPlane = (long) format.lumaBytes() + format.chromaBytes();
        disc(target, redPlane, format.width() / 2, x / 2, y / 2, radius / 2, red);
    }

    private static void disc(MemorySegment target, long plane, int stride, int x, int y, int radius, byte value) {
        for (int dy = -radius; dy < radius; dy++) {
            int half = (int) Math.sqrt((double) radius * radius - (double) dy * dy);
            target.asSlice(plane + (long) (y + dy) * stride + x - half, 2L * half)
                    .fill(value);
        }
    }
}
