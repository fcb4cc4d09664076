package liveroom.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.Locale;
import java.util.Map;
import liveroom.capture.source.FfmpegLibraries;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/// What FFmpeg's return codes mean for an encoder or a muxer.
public final class FfmpegCodes {
    private static final int ENOSPC = 28;
    private static final int EAGAIN = isMac() ? 35 : 11;

    private FfmpegCodes() {}

    /// Passes a code that is not negative.
    ///
    /// @param doing what was being attempted, the beginning of the message
    public static int check(int code, EncoderException.Code failure, String doing) throws EncoderException {
        if (code < 0) {
            throw new EncoderException(failure, doing + ": " + FfmpegLibraries.words(code));
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
            throw new EncoderException(EncoderException.Code.NO_ENCODER, doing + FfmpegLibraries.words(code));
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
