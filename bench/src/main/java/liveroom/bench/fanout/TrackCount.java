package liveroom.bench.fanout;

import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.nio.ByteBuffer;
import liveroom.capture.source.TimeCode;

/// Counts the pictures that a track brings to one viewer. Late is one whose time code says so; without a time code, one
/// that comes so long after the one before. Safe for use by several threads.
public final class TrackCount {
    private static final int NO_CODE = -1;
    private static final int GREY = 128;
    private final Marks marks;
    private double lastMillis;
    private long pictures;
    private long late;
    private Ages ages = new Ages();

    TrackCount(Marks marks) {
        this.marks = marks;
    }

    /// What tells how old a picture is.
    public enum Marks {
        TIME_CODE,
        NONE
    }

    /// Takes a decoded picture, which the caller releases.
    ///
    /// @param nowMillis the monotonic clock
    synchronized void take(VideoFrame frame, double nowMillis) {
        int code = marks == Marks.TIME_CODE ? code(frame) : NO_CODE;
        double age = code == NO_CODE
                ? nowMillis - lastMillis
                : Math.floorMod((long) nowMillis - code, TimeCode.PERIOD_MILLIS);
        if (code != NO_CODE) {
            ages.add(age);
        }
        if (age > MediaCount.LATE_MILLIS && lastMillis > 0) {
            late++;
        }
        lastMillis = nowMillis;
        pictures++;
    }

    /// Begins to count anew.
    synchronized void beginWindow() {
        pictures = 0;
        late = 0;
        ages = new Ages();
    }

    /// Adds the ages of the window's pictures that tell them.
    synchronized void addTo(Ages sum) {
        sum.add(ages);
    }

    synchronized MediaCount.Counted counted() {
        return new MediaCount.Counted(pictures, late, 0, 0);
    }

    /// What the library gives as I420 is the frame's own buffer, not one more reference to it.
    private static int code(VideoFrame frame) {
        I420Buffer picture = frame.buffer.toI420();
        ByteBuffer luma = picture.getDataY();
        int row = ((int) (0.98 * picture.getHeight())) * picture.getStrideY();
        int bits = 0;
        for (int cell = 0; cell < TimeCode.CELLS; cell++) {
            int x = (int) ((0.05 + 0.9 * (cell + 0.5) / TimeCode.CELLS) * picture.getWidth());
            bits = bits << 1 | ((luma.get(row + x) & 0xff) > GREY ? 1 : 0);
        }
        boolean isCode = bits >> TimeCode.BITS == 0b10;
        return isCode ? bits & (TimeCode.PERIOD_MILLIS - 1) : NO_CODE;
    }
}
