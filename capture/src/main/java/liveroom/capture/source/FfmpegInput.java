package liveroom.capture.source;

import java.util.Map;
import liveroom.capture.CaptureException;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.jspecify.annotations.Nullable;

/// An input opened by JavaCV's grabber, which hands out FFmpeg's own decoded frames. Confined to one thread.
final class FfmpegInput implements AutoCloseable {
    /// Presentation time of a frame that has none.
    static final long NO_TIME = Long.MIN_VALUE;

    private final FFmpegFrameGrabber grabber;
    private final String what;
    private final long[] tickNumerator;
    private final long[] tickDenominator;
    private final long startNanos;
    private boolean attachedPicture;
    private Frame.@Nullable Type type;
    private long ptsNanos;

    private FfmpegInput(FFmpegFrameGrabber grabber, String what) {
        this.grabber = grabber;
        this.what = what;
        AVFormatContext context = grabber.getFormatContext();
        int streams = context.nb_streams();
        tickNumerator = new long[streams];
        tickDenominator = new long[streams];
        for (int i = 0; i < streams; i++) {
            AVStream stream = context.streams(i);
            tickNumerator[i] = stream.time_base().num();
            tickDenominator[i] = stream.time_base().den();
            attachedPicture |= (stream.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0;
        }
        long start = context.start_time();
        startNanos = start == avutil.AV_NOPTS_VALUE ? 0 : start * 1_000;
    }

    /// @param what how to name the input in errors
    /// @param codecOptions for the decoder, for example `threads`
    static FfmpegInput open(InputRecipe recipe, String what, Map<String, String> codecOptions) throws CaptureException {
        FfmpegLibraries.quiet();
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(recipe.url());
        grabber.setImageMode(FrameGrabber.ImageMode.RAW);
        grabber.setSampleMode(FrameGrabber.SampleMode.RAW);
        if (!recipe.format().isEmpty()) {
            grabber.setFormat(recipe.format());
        }
        recipe.options().forEach(grabber::setOption);
        codecOptions.forEach(grabber::setVideoOption);
        try {
            // The plain start() holds a lock of the whole process for as long as the device takes.
            grabber.startUnsafe();
            return new FfmpegInput(grabber, what);
        } catch (RuntimeException e) {
            release(grabber);
            throw e;
        } catch (FFmpegFrameGrabber.Exception e) {
            release(grabber);
            CaptureException failure = FfmpegFailures.of(what, e);
            throw recipe.format().equals("pulse") ? FfmpegFailures.ofPulse(what, failure) : failure;
        }
    }

    boolean hasVideo() {
        return grabber.hasVideo() && !attachedPicture;
    }

    boolean hasAudio() {
        return grabber.hasAudio();
    }

    String format() {
        return grabber.getFormat();
    }

    /// Reads and decodes the next frame of the sides that are wanted. The frame is FFmpeg's and lasts until the next
    /// call.
    ///
    /// @return `null` at the end
    @Nullable
    AVFrame next(boolean video, boolean audio) throws CaptureException {
        try {
            Frame frame = grabber.grabFrame(audio, video, true, false, false);
            if (frame == null || !(frame.opaque instanceof AVFrame decoded)) {
                return null;
            }
            type = frame.type;
            long ticks = decoded.best_effort_timestamp();
            int stream = frame.streamIndex;
            ptsNanos = ticks == avutil.AV_NOPTS_VALUE
                    ? NO_TIME
                    : rescale(ticks, tickNumerator[stream] * 1_000_000_000L, tickDenominator[stream]) - startNanos;
            return decoded;
        } catch (FFmpegFrameGrabber.Exception e) {
            throw FfmpegFailures.of(what, e);
        }
    }

    private static long rescale(long ticks, long numerator, long denominator) {
        return Math.floorDiv(ticks, denominator) * numerator
                + Math.floorMod(ticks, denominator) * numerator / denominator;
    }

    /// Whether the last frame is a picture; else it is sound.
    boolean isPicture() {
        return type == Frame.Type.VIDEO;
    }

    /// When the last frame is to be shown or heard, from the start of the input, or [#NO_TIME].
    long ptsNanos() {
        return ptsNanos;
    }

    /// Of the picture's stream; 0 if unknown.
    double framesPerSecond() {
        return grabber.getVideoFrameRate();
    }

    @Override
    public void close() {
        release(grabber);
    }

    private static void release(FFmpegFrameGrabber grabber) {
        try {
            grabber.releaseUnsafe();
        } catch (FFmpegFrameGrabber.Exception e) {
            // It only fails on streams of Java, which are not used.
            throw new IllegalStateException(e);
        }
    }
}
