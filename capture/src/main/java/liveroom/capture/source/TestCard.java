package liveroom.capture.source;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.VideoFormat;

/// The picture of the `test` source: colour bars, a ball that swings once in two seconds, a clock, and a flash.
///
/// **Geometry**, in fractions of the picture, measured from its top left corner:
///
/// * flash: x 5 % to 30 %, y 60 % to 95 %. White (luma 235) for the first [#FLASH_NANOS] of each whole second of the
///   studio clock, else dark (luma 24);
/// * clock: x 35 % to 95 %, y 60 % to 95 %: `HH:MM:SS.mmm` of the studio clock, light on dark;
/// * colour bars (75 %): x 5 % to 95 %, y 6 % to 36 %;
/// * the ball's path: x 5 % to 95 %, y 40 % to 56 %;
/// * a time code for machines: x 5 % to 95 %, y 96.5 % to 99.5 %, see [TimeCode].
///
/// The sound beeps at 1 kHz during exactly the flash. A picture captured at `t` shows the flash, and a sample captured
/// at `t` beeps, if and only if `t` modulo one second is less than [#FLASH_NANOS].
///
/// Confined to one thread.
public final class TestCard {
    public static final double FLASH_LEFT = 0.05;
    public static final double FLASH_RIGHT = 0.30;
    public static final double FLASH_TOP = 0.60;
    public static final double FLASH_BOTTOM = 0.95;
    public static final long FLASH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    public static final int BEEP_HZ = 1_000;

    static final int BEEP_FRAMES = (int) AudioFormat.nanosToFrames(FLASH_NANOS);
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final byte FLASH_LUMA = (byte) 235;
    private static final int DARK = 0x090909;
    private static final int PANEL = 0x14171c;
    private static final int[] BARS = {0xbfbfbf, 0xbfbf00, 0x00bfbf, 0x00bf00, 0xbf00bf, 0xbf0000, 0x0000bf};
    private static final int BALL = 0xffb454;

    private final VideoFormat format;
    private final MemorySegment base;
    private final ClockFace clock;
    private final Ball ball;
    private final TimeCode code;

    public TestCard(VideoFormat format) {
        Headless.ensure();
        this.format = format;
        this.base = Arena.ofAuto().allocate(format.bytes(), 64);
        Raster.write(paintBase(format), format, base);
        this.clock = new ClockFace(format, span(0.35, format.width()), span(0.95, format.width()), PANEL);
        this.ball = new Ball(format, BALL);
        this.code = new TimeCode(format);
    }

    static boolean flashes(long nanos) {
        return Math.floorMod(nanos, SECOND_NANOS) < FLASH_NANOS;
    }

    /// Draws the picture of the instant `nanos` of the studio clock into `target`, an I420 picture.
    public void draw(long nanos, MemorySegment target) {
        MemorySegment.copy(base, 0, target, 0, format.bytes());
        if (flashes(nanos)) {
            flash(target);
        }
        ball.draw(Math.floorMod(nanos, 2 * SECOND_NANOS) / (double) (2 * SECOND_NANOS), target);
        clock.draw(nanos, target);
        code.draw(nanos, target);
    }

    private void flash(MemorySegment target) {
        int left = span(FLASH_LEFT, format.width());
        int right = span(FLASH_RIGHT, format.width());
        int bottom = span(FLASH_BOTTOM, format.height());
        for (int y = span(FLASH_TOP, format.height()); y < bottom; y++) {
            target.asSlice((long) y * format.width() + left, right - left).fill(FLASH_LUMA);
        }
    }

    /// An even number of pixels.
    static int span(double fraction, int size) {
        return (int) Math.round(fraction * size / 2) * 2;
    }

    private static BufferedImage paintBase(VideoFormat format) {
        int width = format.width();
        int height = format.height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x1f3350), width, height, new Color(0x2a1c3d)));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < BARS.length; i++) {
            int left = span(0.05 + 0.9 * i / BARS.length, width);
            int right = span(0.05 + 0.9 * (i + 1) / BARS.length, width);
            graphics.setColor(new Color(BARS[i]));
            graphics.fillRect(left, span(0.06, height), right - left, span(0.36, height) - span(0.06, height));
        }
        panel(graphics, format, FLASH_LEFT, FLASH_RIGHT, DARK);
        panel(graphics, format, 0.35, 0.95, PANEL);
        graphics.dispose();
        return image;
    }

    private static void panel(Graphics2D graphics, VideoFormat format, double left, double right, int rgb) {
        int x = span(left, format.width());
        int y = span(FLASH_TOP, format.height());
        graphics.setColor(new Color(rgb));
        graphics.fillRect(x, y, span(right, format.width()) - x, span(FLASH_BOTTOM, format.height()) - y);
    }
}
