package liveroom.encoder;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.source.FfmpegLibraries;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;

/// Makes pictures of the program smaller. Allocates when it is opened, and lends its pictures from a pool of its own.
/// Confined to the thread of a rung's encoder.
final class RungScaler implements AutoCloseable {
    /// One more than an encoder may hold: see [FrameInput].
    private static final int MAX_PICTURES = FrameInput.MAX_HELD + 1;

    private final VideoFormat source;
    private final VideoFormat target;
    private final FramePool pictures;
    private final SwsContext scaler;
    private final LongPointer from = new LongPointer(4);
    private final LongPointer to = new LongPointer(4);
    private final PointerPointer<?> fromPlanes = new PointerPointer<>(from);
    private final PointerPointer<?> toPlanes = new PointerPointer<>(to);
    private final IntPointer fromStrides;
    private final IntPointer toStrides;

    RungScaler(VideoFormat source, VideoFormat target) throws EncoderException {
        this.source = source;
        this.target = target;
        this.pictures = new FramePool(target.bytes(), MAX_PICTURES);
        this.scaler = sws_alloc_context()
                .src_w(source.width())
                .src_h(source.height())
                .src_format(AV_PIX_FMT_YUV420P)
                .dst_w(target.width())
                .dst_h(target.height())
                .dst_format(AV_PIX_FMT_YUV420P)
                .flags(SWS_BILINEAR);
        this.fromStrides = strides(source);
        this.toStrides = strides(target);
        int code = sws_init_context(scaler, null, null);
        if (code < 0) {
            close();
            throw new EncoderException(
                    EncoderException.Code.NO_ENCODER,
                    "cannot scale %s to %s: %s".formatted(source, target, FfmpegLibraries.words(code)));
        }
    }

    /// The same picture in the rung's size, at the same time. The caller closes it.
    ///
    /// @throws EncoderException `ENCODE_FAILED` if all its pictures are lent
    VideoFrame scale(VideoFrame frame) throws EncoderException {
        FrameBuffer buffer = pictures.tryLend();
        if (buffer == null) {
            throw new EncoderException(
                    EncoderException.Code.ENCODE_FAILED, "the encoder holds " + MAX_PICTURES + " pictures");
        }
        point(from, frame.pixels().address(), source);
        point(to, buffer.memory().address(), target);
        sws_scale(scaler, fromPlanes, fromStrides, 0, source.height(), toPlanes, toStrides);
        return new VideoFrame(target, frame.ptsNanos(), frame.capturedNanos(), buffer);
    }

    private static IntPointer strides(VideoFormat format) {
        return new IntPointer(format.width(), format.width() / 2, format.width() / 2, 0);
    }

    private static void point(LongPointer planes, long address, VideoFormat format) {
        planes.put(0, address);
        planes.put(1, address + format.lumaBytes());
        planes.put(2, address + format.lumaBytes() + format.chromaBytes());
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        from.close();
        to.close();
        fromStrides.close();
        toStrides.close();
    }
}
