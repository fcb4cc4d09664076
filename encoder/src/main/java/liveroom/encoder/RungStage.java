package liveroom.encoder;

import java.util.concurrent.CopyOnWriteArraySet;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.LargerShare;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;

/// One rung: its encoder on its thread, open while it has a sink. Free-threaded.
final class RungStage implements AutoCloseable {
    /// Video may drop: what waits longer is late. After a stall the program makes up for four at once.
    private static final int QUEUED_PICTURES = 6;

    private final Rung rung;
    private final int recordingInterval;
    private final StudioClock clock;
    private final RungKeyframes keyframes = new RungKeyframes();
    private final CopyOnWriteArraySet<PacketSink<AccessUnit>> recordings = new CopyOnWriteArraySet<>();
    private final EncoderStage<VideoFrame, AccessUnit> stage;

    /// @param program size of the pictures that are offered
    /// @param settings of this rung's encoder
    /// @param onStatus called on the rung's thread
    RungStage(
            Rung rung,
            VideoFormat program,
            VideoSettings settings,
            StudioClock clock,
            EncoderChoice choice,
            Runnable onStatus) {
        this.rung = rung;
        this.recordingInterval = settings.fps() * VideoSettings.RECORDING_KEYFRAME_SECONDS;
        this.clock = clock;
        Codecs codecs = new Codecs(program, settings, choice, keyframes, clock, PacketPool.forVideo());
        String name = rung.index() == 0 ? "video-encoder" : "video-encoder-" + rung.index();
        this.stage = new EncoderStage<>(LargerShare.threads(name), QUEUED_PICTURES, clock, codecs, onStatus);
    }

    void start() {
        stage.start();
    }

    FrameSink<VideoFrame> video() {
        return stage;
    }

    void add(PacketSink<AccessUnit> sink) {
        stage.add(sink);
        requestKeyframe();
    }

    /// While there is such a sink, keyframes come regularly.
    void addRecording(PacketSink<AccessUnit> sink) {
        recordings.add(sink);
        keyframes.regularly(recordingInterval);
        add(sink);
    }

    void remove(PacketSink<AccessUnit> sink) {
        stage.remove(sink);
        if (recordings.remove(sink) && recordings.isEmpty()) {
            keyframes.regularly(Integer.MAX_VALUE);
        }
    }

    void requestKeyframe() {
        keyframes.request(clock.nanos());
    }

    RungFigures figures() {
        return new RungFigures(rung, stage.status(), stage.stats(), stage.kbps(), stage.missed(), stage.ageNanos());
    }

    @Override
    public void close() {
        stage.close();
    }

    private record Codecs(
            VideoFormat program,
            VideoSettings settings,
            EncoderChoice choice,
            RungKeyframes keyframes,
            StudioClock clock,
            PacketPool pool)
            implements EncoderStage.Codecs<VideoFrame, AccessUnit> {
        @Override
        public Encoder<VideoFrame, AccessUnit> open() throws EncoderException {
            VideoEncoder encoder;
            try {
                encoder = choice.open(settings, clock, pool);
            } catch (EncoderException e) {
                choice.forget();
                throw e;
            }
            try {
                return new RungEncoder(encoder, scaler(), keyframes, clock);
            } catch (EncoderException e) {
                encoder.close();
                throw e;
            }
        }

        private @Nullable RungScaler scaler() throws EncoderException {
            return settings.format().equals(program) ? null : new RungScaler(program, settings.format());
        }

        @Override
        public void closing(Encoder<VideoFrame, AccessUnit> encoder) {
            // nothing else refers to it
        }

        @Override
        public void failed(Encoder<VideoFrame, AccessUnit> encoder, Throwable cause) {
            choice.reject(encoder.codec(), String.valueOf(cause.getMessage()));
        }
    }
}
