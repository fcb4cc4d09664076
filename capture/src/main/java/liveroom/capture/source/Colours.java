package liveroom.capture.source;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;

/// Which matrix and range a decoded picture is in; where it does not say, the usual of its kind.
final class Colours {
    static final int PROGRAM_MATRIX = swscale.SWS_CS_ITU709;
    private static final int HD_ROWS = 720;

    private Colours() {}

    /// What to take where the picture does not name its matrix.
    enum Guess {
        /// Cameras send BT.601, whatever their size (USB video class 1.5, section 3.9.2.6).
        DEVICE,
        /// Players take BT.709 from 720 rows on.
        BY_SIZE
    }

    /// One of swscale's `SWS_CS` constants.
    static int matrix(AVFrame picture, Guess guess) {
        return switch (picture.colorspace()) {
            case avutil.AVCOL_SPC_BT709 -> swscale.SWS_CS_ITU709;
            case avutil.AVCOL_SPC_BT470BG, avutil.AVCOL_SPC_SMPTE170M -> swscale.SWS_CS_ITU601;
            case avutil.AVCOL_SPC_FCC -> swscale.SWS_CS_FCC;
            case avutil.AVCOL_SPC_SMPTE240M -> swscale.SWS_CS_SMPTE240M;
            case avutil.AVCOL_SPC_BT2020_NCL, avutil.AVCOL_SPC_BT2020_CL -> swscale.SWS_CS_BT2020;
            default -> isRgb(picture.format()) ? PROGRAM_MATRIX : guessed(picture, guess);
        };
    }

    private static int guessed(AVFrame picture, Guess guess) {
        return guess == Guess.BY_SIZE && picture.height() >= HD_ROWS ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_ITU601;
    }

    static boolean fullRange(AVFrame picture) {
        return switch (picture.format()) {
            case avutil.AV_PIX_FMT_YUVJ420P,
                    avutil.AV_PIX_FMT_YUVJ422P,
                    avutil.AV_PIX_FMT_YUVJ444P,
                    avutil.AV_PIX_FMT_YUVJ440P -> true;
            default -> picture.color_range() == avutil.AVCOL_RANGE_JPEG || isRgb(picture.format());
        };
    }

    private static boolean isRgb(int pixelFormat) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(pixelFormat);
        return descriptor != null && (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_RGB) != 0;
    }
}
