package liveroom.encoder;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One H.264 encoder of FFmpeg, and how it is set for low delay.
///
/// @param name FFmpeg's name of it
/// @param options its private options
/// @param leftOut why it is not tried; empty if it is
record VideoCandidate(
        String name, Input input, BitrateChange bitrateChange, Map<String, String> options, String leftOut) {
    /// The layout of the pictures that it takes.
    enum Input {
        /// The program's own: handed over without copying.
        I420,
        /// Chroma interleaved: converted first.
        NV12
    }

    /// How a new bitrate reaches it.
    enum BitrateChange {
        /// The wrapper reads the context's bitrate before each picture.
        LIVE,
        /// It is opened anew where a keyframe is due anyway.
        REOPEN
    }

    VideoCandidate(String name, Input input, BitrateChange bitrateChange, Map<String, String> options) {
        this(name, input, bitrateChange, options, "");
    }

    /// `qmin`: finer than 14 nobody sees, and an easy picture would take the whole bitrate for it.
    static final VideoCandidate X264 = new VideoCandidate(
            "libx264",
            Input.I420,
            BitrateChange.LIVE,
            Map.of(
                    "preset",
                    "superfast",
                    "tune",
                    "zerolatency",
                    "profile",
                    "baseline",
                    "forced-idr",
                    "1",
                    "sc_threshold",
                    "0",
                    "qmin",
                    "14"));

    static final VideoCandidate OPENH264 = new VideoCandidate(
            "libopenh264",
            Input.I420,
            BitrateChange.REOPEN,
            Map.of("profile", "constrained_baseline", "rc_mode", "bitrate", "allow_skip_frames", "0"));

    private static final VideoCandidate NVENC = new VideoCandidate(
            "h264_nvenc",
            Input.I420,
            BitrateChange.LIVE,
            Map.of(
                    "preset",
                    "p3",
                    "tune",
                    "ull",
                    "rc",
                    "cbr",
                    "zerolatency",
                    "1",
                    "delay",
                    "0",
                    "forced-idr",
                    "1",
                    "profile",
                    "baseline"));

    private static final VideoCandidate QSV = new VideoCandidate(
            "h264_qsv",
            Input.NV12,
            BitrateChange.LIVE,
            Map.of(
                    "preset",
                    "veryfast",
                    "async_depth",
                    "1",
                    "low_delay_brc",
                    "1",
                    "forced_idr",
                    "1",
                    "profile",
                    "baseline",
                    "look_ahead",
                    "0"));

    private static final VideoCandidate VAAPI = new VideoCandidate(
            "h264_vaapi",
            Input.NV12,
            BitrateChange.REOPEN,
            Map.of(),
            "its pictures must be uploaded to the graphics card first, which the studio does not do yet");

    private static final VideoCandidate V4L2 =
            new VideoCandidate("h264_v4l2m2m", Input.I420, BitrateChange.REOPEN, Map.of("num_output_buffers", "4"));

    private static final VideoCandidate VIDEOTOOLBOX = new VideoCandidate(
            "h264_videotoolbox",
            Input.I420,
            BitrateChange.REOPEN,
            Map.of("realtime", "1", "prio_speed", "1", "allow_sw", "0", "profile", "constrained_baseline"));

    private static final VideoCandidate AMF = new VideoCandidate(
            "h264_amf",
            Input.NV12,
            BitrateChange.REOPEN,
            Map.of(
                    "usage",
                    "ultralowlatency",
                    "quality",
                    "speed",
                    "rc",
                    "cbr",
                    "forced_idr",
                    "1",
                    "profile",
                    "constrained_baseline"));

    private static final VideoCandidate MEDIA_FOUNDATION = new VideoCandidate(
            "h264_mf",
            Input.NV12,
            BitrateChange.REOPEN,
            Map.of("hw_encoding", "1", "rate_control", "cbr", "scenario", "live_streaming"));

    /// In the order of preference: hardware, then libx264, then libopenh264.
    static List<VideoCandidate> ofSystem(String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return List.of(VIDEOTOOLBOX, X264, OPENH264);
        }
        if (os.startsWith("windows")) {
            return List.of(NVENC, QSV, AMF, MEDIA_FOUNDATION, X264, OPENH264);
        }
        return List.of(NVENC, QSV, VAAPI, V4L2, X264, OPENH264);
    }
}
