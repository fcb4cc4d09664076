package liveroom.encoder;

import liveroom.capture.media.VideoFormat;

/// One quality of the program's picture.
///
/// @param index place on the ladder: 0 is the top, the program's own size and bitrate
/// @param format its size
/// @param kbps most bits it takes, in thousands a second
public record Rung(int index, VideoFormat format, int kbps) {
    public Rung {
        if (index < 0 || kbps < VideoSettings.MIN_KBPS || kbps > VideoSettings.MAX_KBPS) {
            throw new IllegalArgumentException("rung %d, %d kbit/s".formatted(index, kbps));
        }
    }
}
