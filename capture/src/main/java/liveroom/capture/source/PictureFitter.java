package liveroom.capture.source;

import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.lang.foreign.MemorySegment;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.Bars;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.jspecify.annotations.Nullable;

/// Scales decoded pictures of any size, pixel format and colour space into the shape that is
/// wanted. Confined to one thread.
final class PictureFitter implements AutoCloseable {
    private static final byte BLACK_LUMA = 16;
    private static final byte NO_CHROMA = (byte) 128;
    private static final int UNITY = 1 << 16;

    private final PictureShape wanted;
    private final Colours.Guess guess;
    private VideoFormat format;
    private MatrixChange matrixChange;
    private PlaneTarget planes;
    private @Nullable SwsContext context;
    private @Nullable Shape shape;
    private Fit fit = new Fit(0, 0, 0, 0);
    private Bars bars = Bars.NONE;
    private double barredWidth;
    private int barredHeight;

    /// All that the conversion depends on.
    private record Shape(
            int width,
            int height,
            int pixelFormat,
            int matrix,
            boolean fullRange,
            double pixelAspect,
            VideoFormat target) {}

    PictureFitter(VideoFormat format, Colours.Guess guess) {
        this(new PictureShape.Barred(format), guess);
    }

    PictureFitter(PictureShape wanted, Colours.Guess guess) {
        this.wanted = wanted;
        this.guess = guess;
        this.format = wanted.format();
        this.matrixChange = new MatrixChange(format);
        this.planes = new PlaneTarget(format);
    }

    /// Decides in which format this picture will be; to be followed by [#fit].
    VideoFormat format(AVFrame picture) {
        VideoFormat now = switch (wanted) {
            case PictureShape.Barred barred -> barred.format();
            case PictureShape.Own own -> own.sizing().of(picture.width() * pixelAspect(picture), picture.height());
        };
        if (!now.equals(format)) {
            planes.close();
            format = now;
            matrixChange = new MatrixChange(now);
            planes = new PlaneTarget(now);
        }
        return format;
    }

    /// A picture that is yet to be made of this one, in the format that it will have; to be followed by [#fit].
    VideoFrame blank(AVFrame picture, long capturedNanos, FrameBuffer buffer) {
        VideoFormat now = format(picture);
        return new VideoFrame(now, capturedNanos, capturedNanos, bars(picture), buffer);
    }

    private Bars bars(AVFrame picture) {
        double width = picture.width() * pixelAspect(picture);
        if (width != barredWidth || picture.height() != barredHeight) {
            barredWidth = width;
            barredHeight = picture.height();
            bars = switch (wanted) {
                case PictureShape.Barred _ ->
                    Fit.of(width, barredHeight, format).bars(format);
                case PictureShape.Own _ -> Bars.NONE;
            };
        }
        return bars;
    }

    /// @param target an I420 picture of the format that was decided on; all of it is written
    void fit(AVFrame picture, MemorySegment target) throws CaptureException {
        if (target.byteSize() < format.bytes()) {
            throw new IllegalArgumentException("no room for a picture of " + format);
        }
        SwsContext scaler = scalerFor(picture);
        planes.aim(target, fit);
        int rows = sws_scale(
                scaler, picture.data(), picture.linesize(), 0, picture.height(), planes.planes(), planes.strides());
        if (rows < 0) {
            throw new CaptureException(Code.UNREADABLE, FfmpegLibraries.words(rows));
        }
        planes.land(target, fit);
        paintBars(target);
        Shape now = shape;
        if (now != null && now.matrix() == swscale.SWS_CS_ITU601) {
            matrixChange.toBt709(target, fit);
        }
    }

    private SwsContext scalerFor(AVFrame picture) throws CaptureException {
        Shape known = shape;
        if (context != null
                && known != null
                && known.width() == picture.width()
                && known.height() == picture.height()
                && known.pixelFormat() == picture.format()
                && known.matrix() == Colours.matrix(picture, guess)
                && known.fullRange() == Colours.fullRange(picture)
                && known.pixelAspect() == pixelAspect(picture)
                && known.target().equals(format)) {
            return context;
        }
        Shape now = new Shape(
                picture.width(),
                picture.height(),
                picture.format(),
                Colours.matrix(picture, guess),
                Colours.fullRange(picture),
                pixelAspect(picture),
                format);
        SwsContext made = make(now);
        shape = now;
        context = made;
        return made;
    }

    private SwsContext make(Shape of) throws CaptureException {
        close(context);
        context = null;
        fit = switch (wanted) {
            case PictureShape.Barred _ -> Fit.of(of.width() * of.pixelAspect(), of.height(), format);
            case PictureShape.Own _ -> new Fit(0, 0, format.width(), format.height());
        };
        SwsContext made = sws_alloc_context()
                .src_w(of.width())
                .src_h(of.height())
                .src_format(of.pixelFormat())
                .dst_w(fit.width())
                .dst_h(fit.height())
                .dst_format(avutil.AV_PIX_FMT_YUV420P)
                .flags(SWS_BILINEAR | SWS_ACCURATE_RND);
        // BT.601 stays as it is here, and is changed afterwards.
        int to = of.matrix() == swscale.SWS_CS_ITU601 ? swscale.SWS_CS_ITU601 : Colours.PROGRAM_MATRIX;
        // Before the context is made ready: it chooses its ways by the ranges.
        sws_setColorspaceDetails(
                made,
                sws_getCoefficients(of.matrix()),
                of.fullRange() ? 1 : 0,
                sws_getCoefficients(to),
                0,
                0,
                UNITY,
                UNITY);
        int result = sws_init_context(made, null, null);
        if (result < 0) {
            sws_freeContext(made);
            throw new CaptureException(
                    Code.UNREADABLE, "no conversion from this pixel format: " + FfmpegLibraries.words(result));
        }
        return made;
    }

    private static double pixelAspect(AVFrame picture) {
        int numerator = picture.sample_aspect_ratio().num();
        int denominator = picture.sample_aspect_ratio().den();
        return numerator > 0 && denominator > 0 ? (double) numerator / denominator : 1;
    }

    private void paintBars(MemorySegment target) {
        if (fit.fills(format)) {
            return;
        }
        int halfWidth = format.width() / 2;
        int halfHeight = format.height() / 2;
        frame(target.asSlice(0, format.lumaBytes()), format.width(), format.height(), fit, BLACK_LUMA);
        Fit half = new Fit(fit.x() / 2, fit.y() / 2, fit.width() / 2, fit.height() / 2);
        frame(target.asSlice(format.lumaBytes(), format.chromaBytes()), halfWidth, halfHeight, half, NO_CHROMA);
        long red = (long) format.lumaBytes() + format.chromaBytes();
        frame(target.asSlice(red, format.chromaBytes()), halfWidth, halfHeight, half, NO_CHROMA);
    }

    /// Fills all of a plane but the middle.
    private static void frame(MemorySegment plane, int width, int height, Fit middle, byte value) {
        plane.asSlice(0, (long) middle.y() * width).fill(value);
        long below = (long) (middle.y() + middle.height()) * width;
        plane.asSlice(below, (long) height * width - below).fill(value);
        int right = middle.x() + middle.width();
        if (middle.width() == width) {
            return;
        }
        for (int y = middle.y(); y < middle.y() + middle.height(); y++) {
            plane.asSlice((long) y * width, middle.x()).fill(value);
            plane.asSlice((long) y * width + right, width - right).fill(value);
        }
    }

    private static void close(@Nullable SwsContext old) {
        if (old != null) {
            sws_freeContext(old);
        }
    }

    @Override
    public void close() {
        close(context);
        context = null;
        shape = null;
        planes.close();
    }
}
