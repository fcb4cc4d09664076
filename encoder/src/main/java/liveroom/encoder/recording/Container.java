package liveroom.encoder.recording;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// File formats of recordings, each set up so that an unfinished file plays up to its last second.
public enum Container {
    /// Matroska (RFC 9559), in clusters of half a second.
    MATROSKA("matroska"),
    /// MP4 in fragments of half a second or a little more (ISO/IEC 14496-12, movie fragments).
    FRAGMENTED_MP4("mp4");

    private final String muxer;

    Container(String muxer) {
        this.muxer = muxer;
    }

    /// By the name of the file: `.mp4`, or Matroska for any other.
    public static Container of(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".mp4") ? FRAGMENTED_MP4 : MATROSKA;
    }

    String muxer() {
        return muxer;
    }

    Map<String, String> options() {
        return switch (this) {
            case MATROSKA -> Map.of("cluster_time_limit", "500");
            case FRAGMENTED_MP4 ->
                Map.of(
                        "movflags",
                        "frag_keyframe+empty_moov+default_base_moof+frag_discont",
                        "frag_duration",
                        "500000");
        };
    }
}
