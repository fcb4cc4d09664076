package liveroom.capture.source;

import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_delay;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Turns decoded sound of any rate, layout and sample format into blocks of [AudioFormat]. Confined to one thread.
final class SoundConverter implements AutoCloseable {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final FramePool pool;
    private final LongPointer plane = new LongPointer(1);
    private final PointerPointer<?> planePointer = new PointerPointer<>(plane);
    private final AVChannelLayout stereo = new AVChannelLayout();
    private @Nullable SwrContext context;
    private int rateHz;
    private int sampleFormat;
    private int channels;

    /// Takes finished blocks, lent until it returns.
    @FunctionalInterface
    interface Blocks {
        void block(AudioFrame block);
    }

    SoundConverter(FramePool pool) {
        this.pool = pool;
        avutil.av_channel_layout_default(stereo, AudioFormat.CHANNELS);
    }

    /// Converts `sound`, whose first sample is at `ptsNanos`.
    ///
    /// @return `false` if some was lost because the pool was empty
    boolean convert(AVFrame sound, long ptsNanos, Blocks to) throws CaptureException {
        SwrContext resampler = resamplerFor(sound);
        long stamp = ptsNanos - swr_get_delay(resampler, SECOND_NANOS);
        PointerPointer<?> input = sound.extended_data();
        int inputFrames = sound.nb_samples();
        while (true) {
            FrameBuffer buffer = pool.tryLend();
            if (buffer == null) {
                return false;
            }
            int made = fill(resampler, buffer, input, inputFrames);
            if (made <= 0) {
                buffer.release();
                check(made);
                return true;
            }
            try (AudioFrame block = new AudioFrame(made, stamp, buffer)) {
                to.block(block);
            }
            stamp += AudioFormat.framesToNanos(made);
            if (made < Outputs.MAX_BLOCK_FRAMES) {
                return true;
            }
            input = null;
            inputFrames = 0;
        }
    }

    private int fill(SwrContext resampler, FrameBuffer buffer, @Nullable PointerPointer<?> input, int inputFrames) {
        plane.put(0, buffer.memory().address());
        return swr_convert(resampler, planePointer, Outputs.MAX_BLOCK_FRAMES, input, inputFrames);
    }

    private static void check(int result) throws CaptureException {
        if (result < 0) {
            throw new CaptureException(Code.UNREADABLE, FfmpegLibraries.words(result));
        }
    }

    private SwrContext resamplerFor(AVFrame sound) throws CaptureException {
        if (context != null
                && rateHz == sound.sample_rate()
                && sampleFormat == sound.format()
                && channels == sound.ch_layout().nb_channels()) {
            return context;
        }
        free();
        rateHz = sound.sample_rate();
        sampleFormat = sound.format();
        channels = sound.ch_layout().nb_channels();
        SwrContext made = new SwrContext(null);
        try (AVChannelLayout layout = new AVChannelLayout()) {
            if (sound.ch_layout().order() == avutil.AV_CHANNEL_ORDER_UNSPEC) {
                avutil.av_channel_layout_default(layout, channels);
            } else {
                avutil.av_channel_layout_copy(layout, sound.ch_layout());
            }
            check(swr_alloc_set_opts2(
                    made,
                    stereo,
                    avutil.AV_SAMPLE_FMT_FLT,
                    AudioFormat.SAMPLE_RATE_HZ,
                    layout,
                    sampleFormat,
                    rateHz,
                    0,
                    null));
            avutil.av_channel_layout_uninit(layout);
        }
        context = made;
        check(swr_init(made));
        return made;
    }

    private void free() {
        if (context != null) {
            swr_free(context);
            context = null;
        }
    }

    @Override
    public void close() {
        free();
        planePointer.close();
        plane.close();
        stereo.close();
    }
}
