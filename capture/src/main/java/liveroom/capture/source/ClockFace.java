package liveroom.capture.source;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import liveroom.capture.media.VideoFormat;

/// `HH:MM:SS.mmm` in seven-segment figures, so that no font is needed. Its glyphs are painted once; a picture costs
/// twelve small copies into the luma plane.
final class ClockFace {
    /// Segments lit for each digit, bit 0 to 6: top, top right, bottom right, bottom, bottom left, top left, middle.
    private static final int[] SEGMENTS = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};

    private static final int COLON = 10;
    private static final int POINT = 11;
    private static final int DIGITS = 9;
    /// Colons and the point are this much narrower than digits.
    private static final double MARK_WIDTH = 0.42;

    private static final Color LIT = new Color(0xf2f4f7);

    private final int stride;
    private final int left;
    private final int top;
    private final int digitWidth;
    private final int markWidth;
    private final int height;
    private final byte[][] glyphs = new byte[12][];

    /// Fits between `left` and `right` in the lower part of the picture, centred.
    ClockFace(VideoFormat format, int left, int right, int background) {
        stride = format.width();
        int room = (int) ((right - left) * 0.92);
        digitWidth = Math.max(2, (int) (room / (DIGITS + 3 * MARK_WIDTH)));
        markWidth = Math.max(1, (int) (digitWidth * MARK_WIDTH));
        int panelTop = TestCard.span(TestCard.FLASH_TOP, format.height());
        int panelHeight = TestCard.span(TestCard.FLASH_BOTTOM, format.height()) - panelTop;
        height = Math.min((int) (digitWidth * 1.8), panelHeight * 9 / 10);
        top = panelTop + (panelHeight - height) / 2;
        this.left = left + (right - left - DIGITS * digitWidth - 3 * markWidth) / 2;
        for (int i = 0; i < glyphs.length; i++) {
            glyphs[i] = paint(i, new Color(background));
        }
    }

    void draw(long nanos, MemorySegment target) {
        long millis = Math.floorMod(Math.floorDiv(nanos, 1_000_000L), TimeUnit.HOURS.toMillis(100));
        int x = left;
        x = pair(target, x, (int) (millis / 3_600_000));
        x = glyph(target, x, COLON);
        x = pair(target, x, (int) (millis / 60_000 % 60));
        x = glyph(target, x, COLON);
        x = pair(target, x, (int) (millis / 1_000 % 60));
        x = glyph(target, x, POINT);
        x = glyph(target, x, (int) (millis / 100 % 10));
        pair(target, x, (int) (millis % 100));
    }

    private int pair(MemorySegment target, int x, int value) {
        return glyph(target, glyph(target, x, value / 10), value % 10);
    }

    private int glyph(MemorySegment target, int x, int index) {
        int width = index < COLON ? digitWidth : markWidth;
        byte[] glyph = glyphs[index];
        for (int row = 0; row < height; row++) {
            MemorySegment.copy(
                    glyph, row * width, target, ValueLayout.JAVA_BYTE, (long) (top + row) * stride + x, width);
        }
        return x + width;
    }

    private byte[] paint(int index, Color background) {
        int width = index < COLON ? digitWidth : markWidth;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(background);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(LIT);
        if (index < COLON) {
            paintDigit(graphics, SEGMENTS[index]);
        } else {
            double dot = digitWidth * 0.2;
            double x = (width - dot) / 2;
            graphics.fill(new Ellipse2D.Double(x, index == POINT ? height - dot : height * 0.66, dot, dot));
            if (index == COLON) {
                graphics.fill(new Ellipse2D.Double(x, height * 0.26, dot, dot));
            }
        }
        graphics.dispose();
        byte[] luma = new byte[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = Raster.luma(image.getRGB(i % width, i / width));
        }
        return luma;
    }

    private void paintDigit(Graphics2D graphics, int lit) {
        double thick = digitWidth * 0.17;
        double west = digitWidth * 0.1 + thick / 2;
        double east = digitWidth * 0.9 - thick / 2;
        double north = thick / 2;
        double middle = height / 2.0;
        double south = height - thick / 2;
        double[][] ends = {
            {west, north, east, north},
            {east, north, east, middle},
            {east, middle, east, south},
            {west, south, east, south},
            {west, middle, west, south},
            {west, north, west, middle},
            {west, middle, east, middle}
        };
        for (int i = 0; i < ends.length; i++) {
            if ((lit >> i & 1) == 1) {
                graphics.fill(bar(ends[i], thick / 2));
            }
        }
    }

    /// A bar with pointed ends, a little short of both, so that neighbours stay apart.
    private static Path2D bar(double[] ends, double half) {
        double length = Math.hypot(ends[2] - ends[0], ends[3] - ends[1]);
        double ux = (ends[2] - ends[0]) / length;
        double uy = (ends[3] - ends[1]) / length;
        double[][] corners = {
            {half * 0.2, 0},
            {half, -half},
            {length - half, -half},
            {length - half * 0.2, 0},
            {length - half, half},
            {half, half}
        };
        Path2D path = new Path2D.Double();
        for (double[] corner : corners) {
            double x = ends[0] + ux * corner[0] - uy * corner[1];
            double y = ends[1] + uy * corner[0] + ux * corner[1];
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }
}
