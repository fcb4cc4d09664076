package liveroom.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.onvoid.webrtc.internal.NativeLoader;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import java.nio.ByteBuffer;
import liveroom.capture.source.TimeCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrackCountTest {
    private static final byte WHITE = (byte) 235;
    private static final byte BLACK = 16;
    private static final int WIDTH = 280;
    private static final int HEIGHT = 100;

    private final TrackCount count = new TrackCount(TrackCount.Marks.TIME_CODE);

    @BeforeAll
    static void loadLibrary() throws Exception {
        NativeLoader.loadLibrary("webrtc-java");
    }

    @Test
    void take_picture_isStillTheCallersToRelease() {
        VideoFrame frame = new VideoFrame(NativeI420Buffer.allocate(WIDTH, HEIGHT), 0);

        count.take(frame, 0);

        // The library says so when there is nothing left to release.
        assertThatCode(frame::release).doesNotThrowAnyException();
    }

    @Test
    void take_pictureWithTimeCode_isAsOldAsThatSays() {
        VideoFrame frame = new VideoFrame(coded(1000), 0);

        count.take(frame, TimeCode.PERIOD_MILLIS + 1040);
        frame.release();

        Ages ages = new Ages();
        count.addTo(ages);
        assertThat(ages.at(50)).isEqualTo(40);
    }

    private static NativeI420Buffer coded(int millis) {
        NativeI420Buffer picture = NativeI420Buffer.allocate(WIDTH, HEIGHT);
        int bits = 1 << (TimeCode.CELLS - 1) | millis;
        ByteBuffer luma = picture.getDataY();
        for (int x = 0; x < WIDTH; x++) {
            int cell = (int) Math.floor((x / (double) WIDTH - 0.05) / 0.9 * TimeCode.CELLS);
            boolean white = cell >= 0 && cell < TimeCode.CELLS && (bits >> (TimeCode.CELLS - 1 - cell) & 1) == 1;
            for (int y = 0; y < HEIGHT; y++) {
                luma.put(y * picture.getStrideY() + x, white ? WHITE : BLACK);
            }
        }
        return picture;
    }
}
