package liveroom.encoder;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;

/// Encodes the program once for everyone who needs packets: recordings, and viewers who are served what was encoded
/// once. Each of the two encoders runs only while it has a sink. Free-threaded.
///
/// ```
/// program ──► video() ──► queue ──► video-encoder ──► access units ──► sinks
/// mixer   ──► audio() ──► queue ──► audio-encoder ──► Opus packets ──► sinks
/// ```
public final class ProgramEncoder implements AutoCloseable {
    /// Video may drop: what waits longer is late.
    private static final int QUEUED_PICTURES = 4;
    /// Sound should not: one second.
    private static final int QUEUED_BLOCKS = 100;

    private final VideoFormat format;
    private final AtomicInteger bitrateKbps;
    private final VideoCodecs videoCodecs;
    private final EncoderStage<VideoFrame, AccessUnit> videoStage;
    private final EncoderStage<AudioFrame, OpusPacket> audioStage;
    private final EncoderChoice choice;
    private final FrameSink<VideoFrame> video = this::offer;
    private volatile Consumer<ProgramEncoder> listener = _ -> {};

    public ProgramEncoder(VideoFormat format, int fps, int bitrateKbps, StudioClock clock) {
        this(new VideoSettings(format, fps, bitrateKbps), AudioSettings.DEFAULT, clock, EncoderChoice.ofThisSystem());
    }

    /// @param choice may be shared, and keeps what it found out
    public ProgramEncoder(VideoSettings video, AudioSettings audio, StudioClock clock, EncoderChoice choice) {
        this.format = video.format();
        this.bitrateKbps = new AtomicInteger(video.bitrateKbps());
        this.choice = choice;
        this.videoCodecs = new VideoCodecs(video, clock);
        this.videoStage = new EncoderStage<>("video-encoder", QUEUED_PICTURES, clock, videoCodecs, this::statusChanged);
        this.audioStage = new EncoderStage<>(
                "audio-encoder", QUEUED_BLOCKS, clock, new AudioCodecs(audio, clock), this::statusChanged);
        videoStage.start();
        audioStage.start();
    }

    /// Where the program's pictures go. Never blocks; refuses at once while nobody needs access units.
    public FrameSink<VideoFrame> video() {
        return video;
    }

    /// Where the program's sound goes. Never blocks; refuses at once while nobody needs packets.
    public FrameSink<AudioFrame> audio() {
        return audioStage;
    }

    /// Adds a sink, called on `video-encoder`. A keyframe comes soon, but a few other units may come before it.
    public void addVideoSink(PacketSink<AccessUnit> sink) {
        videoStage.add(sink);
        requestKeyframe();
    }

    /// One more unit may still be under way to the sink when this returns.
    public void removeVideoSink(PacketSink<AccessUnit> sink) {
        videoStage.remove(sink);
    }

    /// Adds a sink, called on `audio-encoder`.
    public void addAudioSink(PacketSink<OpusPacket> sink) {
        audioStage.add(sink);
    }

    /// One more packet may still be under way to the sink when this returns.
    public void removeAudioSink(PacketSink<OpusPacket> sink) {
        audioStage.remove(sink);
    }

    public void requestKeyframe() {
        VideoEncoder open = videoCodecs.current;
        if (open != null) {
            open.requestKeyframe();
        }
    }

    /// Takes effect within the time between two keyframes, at once where the encoder can.
    public void requestBitrate(int kbps) {
        bitrateKbps.set(Math.clamp(kbps, VideoSettings.MIN_KBPS, VideoSettings.MAX_KBPS));
        VideoEncoder open = videoCodecs.current;
        if (open != null) {
            open.requestBitrate(bitrateKbps.get());
        }
    }

    /// Called with this object on an encoder's thread whenever a status has changed.
    public void onStatus(Consumer<ProgramEncoder> newListener) {
        listener = newListener;
    }

    public EncoderStatus videoStatus() {
        return videoStage.status();
    }

    public EncoderStatus audioStatus() {
        return audioStage.status();
    }

    /// Pictures in, access units out, time to encode one.
    public StageStats videoStats() {
        return videoStage.stats();
    }

    /// Blocks in, and the time to encode one.
    public StageStats audioStats() {
        return audioStage.stats();
    }

    /// Of what came out over the last three seconds.
    public double videoKbps() {
        return videoStage.kbps();
    }

    public double audioKbps() {
        return audioStage.kbps();
    }

    /// The video encoder in use and why, one line; empty while none is needed.
    public String encoderText() {
        return switch (videoStage.status()) {
            case EncoderStatus.Running running -> running.encoder() + " (" + choice.text() + ")";
            case EncoderStatus.Failed failed -> failed.detail();
            case EncoderStatus.Idle _, EncoderStatus.Closed _ -> "";
        };
    }

    /// Frees both encoders. Frames offered later are refused.
    @Override
    public void close() {
        videoStage.close();
        audioStage.close();
    }

    private boolean offer(VideoFrame frame) {
        return frame.format().equals(format) && videoStage.offer(frame);
    }

    private void statusChanged() {
        listener.accept(this);
    }

    private final class VideoCodecs implements EncoderStage.Codecs<VideoFrame, AccessUnit> {
        private final VideoSettings settings;
        private final StudioClock clock;
        private final PacketPool pool = PacketPool.forVideo();
        private volatile @Nullable VideoEncoder current;

        VideoCodecs(VideoSettings settings, StudioClock clock) {
            this.settings = settings;
            this.clock = clock;
        }

        @Override
        public Encoder<VideoFrame, AccessUnit> open() throws EncoderException {
            try {
                VideoEncoder opened = choice.open(settings.withBitrate(bitrateKbps.get()), clock, pool);
                current = opened;
                opened.requestBitrate(bitrateKbps.get());
                return opened;
            } catch (EncoderException e) {
                choice.forget();
                throw e;
            }
        }

        @Override
        public void closing(Encoder<VideoFrame, AccessUnit> encoder) {
            current = null;
        }

        @Override
        public void failed(Encoder<VideoFrame, AccessUnit> encoder, Throwable cause) {
            choice.reject(encoder.codec(), String.valueOf(cause.getMessage()));
        }
    }

    private record AudioCodecs(AudioSettings settings, StudioClock clock, PacketPool pool)
            implements EncoderStage.Codecs<AudioFrame, OpusPacket> {
        AudioCodecs(AudioSettings settings, StudioClock clock) {
            this(settings, clock, PacketPool.forAudio());
        }

        @Override
        public Encoder<AudioFrame, OpusPacket> open() throws EncoderException {
            return new FfmpegAudioEncoder(settings, clock, pool);
        }

        @Override
        public void closing(Encoder<AudioFrame, OpusPacket> encoder) {
            // nothing else refers to it
        }

        @Override
        public void failed(Encoder<AudioFrame, OpusPacket> encoder, Throwable cause) {
            // there is one encoder of sound: it is opened anew
        }
    }
}
