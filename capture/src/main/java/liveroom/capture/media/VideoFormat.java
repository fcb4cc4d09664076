package liveroom.capture.media;

/// Size of a picture in pixels. The layout is always I420: a full-size luma plane, then two quarter-size chroma
/// planes, rows packed without padding, BT.709 limited range.
public record VideoFormat(int width, int height) {
    public static final int MAX_WIDTH = 1920;
    public static final int MAX_HEIGHT = 1080;

    public VideoFormat {
        if (width < 16 || height < 16 || width > 8192 || height > 8192 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("picture size %dx%d".formatted(width, height));
        }
    }

    public int lumaBytes() {
        return width * height;
    }

    public int chromaBytes() {
        return lumaBytes() / 4;
    }

    public int bytes() {
        return lumaBytes() + 2 * chromaBytes();
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
