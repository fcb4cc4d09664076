package liveroom.app.producer;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.VideoFormat;

/// Turns painted pictures into those of a program: I420, BT.709, limited range.
final class PaintedFrame {
    private static final double[] RED = {0.1826, -0.1006, 0.4392};
    private static final double[] GREEN = {0.6142, -0.3386, -0.3989};
    private static final double[] BLUE = {0.0620, 0.4392, -0.0403};
    private static final int[] ZERO = {16, 128, 128};

    private PaintedFrame() {}

    /// @param picture of the format's size
    static void write(BufferedImage picture, VideoFormat format, MemorySegment pixels) {
        long offset = 0;
        for (int plane = 0; plane < ZERO.length; plane++) {
            int step = plane == 0 ? 1 : 2;
            for (int y = 0; y < format.height(); y += step) {
                for (int x = 0; x < format.width(); x += step) {
                    int rgb = picture.getRGB(x, y);
                    double value = ZERO[plane]
                            + RED[plane] * (rgb >> 16 & 0xff)
                            + GREEN[plane] * (rgb >> 8 & 0xff)
                            + BLUE[plane] * (rgb & 0xff);
                    pixels.set(ValueLayout.JAVA_BYTE, offset++, (byte) Math.round(value));
                }
            }
        }
    }
}
