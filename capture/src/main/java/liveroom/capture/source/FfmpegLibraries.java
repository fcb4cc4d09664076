package liveroom.capture.source;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/// FFmpeg's native libraries, and those that lead to them: loaded, silent, and what their return codes mean.
public final class FfmpegLibraries {
    private static final int WORDS_BYTES = 256;

    private FfmpegLibraries() {}

    /// Loads what every use of FFmpeg needs. Called once, before any thread that uses FFmpeg
    /// begins. Were two threads the first at the same time, one could hold the loader and want
    /// [Pointer], the other the reverse, and both would never end.
    public static void load() {
        Loader.load(Pointer.class);
        Loader.load(avutil.class);
        Loader.load(swscale.class);
        quiet();
    }

    /// Keeps FFmpeg from writing to standard error, in the whole process; every error that matters comes back as a
    /// return code. Harmless to repeat.
    public static void quiet() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    /// FFmpeg's own words for a return code.
    public static String words(int code) {
        byte[] words = new byte[WORDS_BYTES];
        avutil.av_strerror(code, words, words.length);
        int end = 0;
        while (end < words.length && words[end] != 0) {
            end++;
        }
        return new String(words, 0, end, StandardCharsets.UTF_8);
    }
}
