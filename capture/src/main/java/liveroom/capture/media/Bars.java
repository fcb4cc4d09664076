package liveroom.capture.media;

/// The black bars of a frame around a picture of another shape, in pixels. All four are even.
public record Bars(int left, int top, int right, int bottom) {
    public static final Bars NONE = new Bars(0, 0, 0, 0);

    /// What lies between them, which has a size of its own.
    public VideoFormat within(VideoFormat frame) {
        return equals(NONE) ? frame : new VideoFormat(frame.width() - left - right, frame.height() - top - bottom);
    }
}
