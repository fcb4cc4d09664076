package liveroom.capture.source;

import liveroom.capture.media.Bars;
import liveroom.capture.media.VideoFormat;

/// Where in the program's picture a source's picture lies: as large as fits, centred, its shape kept. All four are
/// even.
record Fit(int x, int y, int width, int height) {
    /// @param displayWidth in square pixels, that is, with the sample aspect ratio applied
    static Fit of(double displayWidth, double displayHeight, VideoFormat format) {
        double scale = Math.min(format.width() / displayWidth, format.height() / displayHeight);
        int width = even(displayWidth * scale, format.width());
        int height = even(displayHeight * scale, format.height());
        return new Fit((format.width() - width) / 4 * 2, (format.height() - height) / 4 * 2, width, height);
    }

    private static int even(double size, int limit) {
        return Math.clamp(Math.round(size / 2) * 2, 2, limit);
    }

    /// What is left around it.
    Bars bars(VideoFormat format) {
        return fills(format) ? Bars.NONE : new Bars(x, y, format.width() - x - width, format.height() - y - height);
    }

    boolean fills(VideoFormat format) {
        return width == format.width() && height == format.height();
    }
}
