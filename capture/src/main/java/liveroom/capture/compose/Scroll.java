package liveroom.capture.compose;

/// How far a running strip has come: the same even number of pixels for each picture if its speed
/// can be met within a tenth by that, for then the eye sees it glide; else the even number nearest
/// to where it should be.
final class Scroll {
    private static final double TOLERANCE = 0.1;

    private boolean begun;
    private long firstTick;

    /// Columns of the strip that have left its window, less whole turns. The first call is the
    /// beginning.
    int offset(Moment moment, double pixelsPerSecond, int width) {
        if (!begun) {
            begun = true;
            firstTick = moment.ticks();
        }
        long ticks = moment.ticks() - firstTick;
        double exact = pixelsPerSecond / moment.fps();
        long step = 2 * Math.round(exact / 2);
        boolean even = Math.abs(step - exact) <= TOLERANCE * exact;
        long moved = even ? ticks * step : 2 * (long) (ticks * exact / 2);
        return (int) Math.floorMod(moved, (long) width);
    }
}
