package liveroom.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/// FFmpeg's return codes in words, and its log kept quiet.
public final class Ffmpeg {
    private static final int ENOSPC = 28;
    private static final int EAGAIN = isMac() ? 35 : 11;
    private static final int TEXT_BYTES = 256;

    private Ffmpeg() {}

    /// Keeps FFmpeg from writing to standard error, in the whole process. Harmless to repeat.
    public static void quiet() {
        av_log_set_level(AV_LOG_QUIET);
    }

    /// What a negative return code means, in FFmpeg's own words.
    public static String text(int code) {
        byte[] text = new byte[TEXT_BYTES];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /// Passes a code that is not negative.
    ///
    /// @param doing what was being attempted, the beginning of the message
    public static int check(int code, EncoderException.Code failure, String doing) throws EncoderException {
        if (code < 0) {
            throw new EncoderException(failure, doing + ": " + text(code));
        }
        return code;
    }

    /// Opens an encoder; where that fails, frees its context.
    ///
    /// @param doing the beginning of the message, before FFmpeg's own words
    static void open(AVCodecContext context, AVCodec codec, Map<String, String> options, String doing)
            throws EncoderException {
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> av_dict_set(dictionary, key, value, 0));
        int code = avcodec_open2(context, codec, dictionary);
        av_dict_free(dictionary);
        if (code < 0) {
            avcodec_free_context(context);
            throw new EncoderException(EncoderException.Code.NO_ENCODER, doing + text(code));
        }
    }

    /// Nothing to receive now: send more first.
    public static boolean wantsMore(int code) {
        return code == -EAGAIN;
    }

    public static boolean isDiskFull(int code) {
        return code == -ENOSPC;
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    }
}
