package liveroom.capture.source;

import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import org.jspecify.annotations.Nullable;

/// Where a reader delivers, in which form, and the memory it may fill.
///
/// @param video `null` if only sound is wanted
/// @param audio `null` if only the picture is wanted
/// @param pictureLeadNanos how long before they are due pictures may be delivered whose time is known in advance
record Outputs(
        PictureShape shape,
        int fps,
        StudioClock clock,
        @Nullable VideoOutlet video,
        @Nullable AudioOutlet audio,
        FramePool pictures,
        FramePool blocks,
        long pictureLeadNanos) {
    /// Most sample frames in one block: 25 ms.
    static final int MAX_BLOCK_FRAMES = 1_200;

    VideoFormat format() {
        return shape.format();
    }

    static FramePool picturePool(VideoFormat format, int limit) {
        return new FramePool(format.bytes(), limit);
    }

    static FramePool blockPool(int limit) {
        return new FramePool((long) MAX_BLOCK_FRAMES * AudioFormat.BYTES_PER_FRAME, limit);
    }

    boolean wantsVideo() {
        return video != null && video.wanted();
    }

    boolean wantsAudio() {
        return audio != null && audio.wanted();
    }
}
