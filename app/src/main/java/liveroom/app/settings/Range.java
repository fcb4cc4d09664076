package liveroom.app.settings;

/// The whole numbers that a setting may take, both ends included.
public record Range(int lowest, int highest) {
    public static final Range WIDTH = new Range(640, 1920);
    public static final Range HEIGHT = new Range(360, 1080);
    public static final Range FPS = new Range(24, 60);
    public static final Range BITRATE_KBPS = new Range(100, 20_000);
    /// 0 lets the system choose a free one.
    public static final Range PORT = new Range(0, 65_535);
    public static final Range VIEWERS = new Range(1, 1_000);
    public static final Range WINDOW_SIDE = new Range(320, 16_384);

    public boolean contains(long value) {
        return value >= lowest && value <= highest;
    }

    @Override
    public String toString() {
        return lowest + " to " + highest;
    }
}
