package liveroom.capture.source;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;

/// Remembers of each picture when it was captured and the luma at some points.
final class VideoLog implements FrameSink<VideoFrame> {
    /// One picture: its stamp, and luma at its points, in fractions of the picture.
    record Entry(long capturedNanos, VideoFormat format, List<Integer> luma, ByteBuffer pixels) {
        int y(double x, double y) {
            int row = (int) (y * format.height());
            return pixels.get(row * format.width() + (int) (x * format.width())) & 0xff;
        }

        int u(double x, double y) {
            return chroma(format.lumaBytes(), x, y);
        }

        int v(double x, double y) {
            return chroma(format.lumaBytes() + format.chromaBytes(), x, y);
        }

        private int chroma(int plane, double x, double y) {
            int row = (int) (y * format.height() / 2);
            int column = (int) (x * format.width() / 2);
            return pixels.get(plane + row * format.width() / 2 + column) & 0xff;
        }
    }

    /// Whether whole pictures are kept: few are, they are large.
    enum Keep {
        PIXELS,
        POINTS
    }

    private final Keep keep;
    private final double[] points;
    private final List<Entry> entries = new ArrayList<>();

    /// @param points x and y in turn
    VideoLog(Keep keep, double... points) {
        this.keep = keep;
        this.points = points;
    }

    @Override
    public synchronized boolean offer(VideoFrame frame) {
        VideoFormat format = frame.format();
        List<Integer> luma = new ArrayList<>();
        for (int i = 0; i < points.length / 2; i++) {
            long row = (long) (points[2 * i + 1] * format.height());
            long at = row * format.width() + (long) (points[2 * i] * format.width());
            luma.add(frame.pixels().get(ValueLayout.JAVA_BYTE, at) & 0xff);
        }
        byte[] pixels = keep == Keep.PIXELS ? frame.pixels().toArray(ValueLayout.JAVA_BYTE) : new byte[0];
        entries.add(new Entry(frame.capturedNanos(), format, luma, ByteBuffer.wrap(pixels)));
        return true;
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized int count() {
        return entries.size();
    }

    synchronized Entry last() {
        return entries.getLast();
    }
}
