package liveroom.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import liveroom.capture.media.VideoFormat;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/// Opens FFmpeg's video encoders with what all of them have in common.
final class VideoContexts {
    /// From here on two, each with a slice of the picture: a third less time to an access unit than with one, for a
    /// tenth more work. Smaller pictures take little time with one.
    private static final int TWO_THREADS_LUMA = 1280 * 720;

    private static final int RATE_BUFFER_MILLIS = 150;

    private VideoContexts() {}

    /// The caller frees it.
    ///
    /// @throws EncoderException with FFmpeg's words alone
    static AVCodecContext open(VideoCandidate candidate, VideoSettings settings) throws EncoderException {
        AVCodec codec = avcodec_find_encoder_by_name(candidate.name());
        if (codec == null) {
            throw new EncoderException(EncoderException.Code.NO_ENCODER, "not part of this FFmpeg");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        configure(context, candidate, settings);
        FfmpegCodes.open(context, codec, candidate.options(), "");
        return context;
    }

    /// No picture, keyframes included, takes more than 150 ms worth of bits: as long as a viewer's queue may get.
    static void setRate(AVCodecContext context, VideoSettings settings) {
        long bitsPerSecond = settings.bitrateKbps() * 1000L;
        context.bit_rate(bitsPerSecond);
        context.rc_max_rate(bitsPerSecond);
        context.rc_buffer_size((int) (bitsPerSecond * RATE_BUFFER_MILLIS / 1000));
    }

    private static void configure(AVCodecContext context, VideoCandidate candidate, VideoSettings settings) {
        context.width(settings.format().width());
        context.height(settings.format().height());
        context.pix_fmt(
                switch (candidate.input()) {
                    case I420 -> AV_PIX_FMT_YUV420P;
                    case NV12 -> AV_PIX_FMT_NV12;
                });
        context.time_base(av_make_q(1, settings.fps()));
        context.framerate(av_make_q(settings.fps(), 1));
        context.gop_size(settings.keyframeInterval());
        context.max_b_frames(0);
        context.refs(1);
        context.color_range(AVCOL_RANGE_MPEG);
        context.colorspace(AVCOL_SPC_BT709);
        context.color_primaries(AVCOL_PRI_BT709);
        context.color_trc(AVCOL_TRC_BT709);
        context.thread_count(threads(settings.format()));
        setRate(context, settings);
    }

    private static int threads(VideoFormat format) {
        boolean large = format.lumaBytes() >= TWO_THREADS_LUMA;
        return large ? Math.min(2, Runtime.getRuntime().availableProcessors()) : 1;
    }
}
