package liveroom.encoder;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.RealTime;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;

/// Encodes the program once for everyone who needs packets: recordings, and viewers who are served what was encoded
/// once. Each encoder runs only while it has a sink. The top rung serves recordings and viewers with one encoder.
/// Free-threaded.
///
/// ```
/// program ──► video() ──► Ladder ─┬─► queue ──► video-encoder ────► access units ──► sinks
///                                 └─► queue ──► video-encoder-1 … ► access units ──► sinks
/// mixer   ──► audio() ──► queue ──► audio-encoder ──► Opus packets ──► sinks
/// ```
public final class ProgramEncoder implements EncodedProgram, AutoCloseable {
    /// Sound should not be dropped: one second.
    private static final int QUEUED_BLOCKS = 100;

    private final Ladder ladder;
    private final EncoderStage<AudioFrame, OpusPacket> audioStage;
    private final EncoderChoice choice;
    private volatile Consumer<ProgramEncoder> listener = _ -> {};

    public ProgramEncoder(VideoFormat format, int fps, int bitrateKbps, StudioClock clock) {
        this(new VideoSettings(format, fps, bitrateKbps), AudioSettings.DEFAULT, clock, EncoderChoice.ofThisSystem());
    }

    /// @param video of the top rung
    /// @param choice may be shared, and keeps what it found out
    public ProgramEncoder(VideoSettings video, AudioSettings audio, StudioClock clock, EncoderChoice choice) {
        this.choice = choice;
        this.ladder = new Ladder(video, clock, choice, this::statusChanged);
        this.audioStage = new EncoderStage<>(
                RealTime.threads("audio-encoder", RealTime.Rank.BEAT),
                QUEUED_BLOCKS,
                clock,
                new AudioCodecs(audio, clock),
                this::statusChanged);
        audioStage.start();
    }

    /// Where the program's pictures go. Never blocks; refuses at once while nobody needs access units.
    public FrameSink<VideoFrame> video() {
        return ladder.video();
    }

    /// Where the program's sound goes. Never blocks; refuses at once while nobody needs packets.
    public FrameSink<AudioFrame> audio() {
        return audioStage;
    }

    @Override
    public List<Rung> rungs() {
        return ladder.rungs();
    }

    @Override
    public void addVideo(Rung rung, PacketSink<AccessUnit> sink) {
        ladder.add(rung, sink);
    }

    @Override
    public void removeVideo(Rung rung, PacketSink<AccessUnit> sink) {
        ladder.remove(rung, sink);
    }

    @Override
    public void addAudio(PacketSink<OpusPacket> sink) {
        audioStage.add(sink);
    }

    @Override
    public void removeAudio(PacketSink<OpusPacket> sink) {
        audioStage.remove(sink);
    }

    @Override
    public void requestKeyframe(Rung rung) {
        ladder.requestKeyframe(rung);
    }

    /// Adds a recording's sink of access units, called on `video-encoder`: the top rung, which has regular keyframes
    /// for it. A keyframe comes soon, but other units may come before it.
    public void addRecording(PacketSink<AccessUnit> sink) {
        ladder.addRecording(sink);
    }

    /// One more unit may still be under way to the sink when this returns.
    public void removeRecording(PacketSink<AccessUnit> sink) {
        ladder.remove(rungs().getFirst(), sink);
    }

    /// Called with this object on an encoder's thread whenever a status has changed.
    public void onStatus(Consumer<ProgramEncoder> newListener) {
        listener = newListener;
    }

    /// Failed if any rung is; else what the highest rung does that is not idle.
    public EncoderStatus videoStatus() {
        return videoFigures().status();
    }

    /// Of the rung that [#videoStatus()] tells of.
    public RungFigures videoFigures() {
        return ladder.leading();
    }

    public EncoderStatus audioStatus() {
        return audioStage.status();
    }

    /// Blocks in, and the time to encode one.
    public StageStats audioStats() {
        return audioStage.stats();
    }

    /// How old sound is when it is encoded, as for a rung of the picture.
    public OptionalDouble audioAgeNanos() {
        return audioStage.ageNanos();
    }

    /// Over the last three seconds.
    public double audioKbps() {
        return audioStage.kbps();
    }

    /// One for each rung, from the top down.
    public List<RungFigures> rungFigures() {
        return ladder.figures();
    }

    /// The video encoder in use and why, one line; empty while none is needed.
    public String encoderText() {
        return switch (videoStatus()) {
            case EncoderStatus.Running running -> running.encoder() + " (" + choice.text() + ")";
            case EncoderStatus.Failed failed -> failed.detail();
            case EncoderStatus.Idle _, EncoderStatus.Closed _ -> "";
        };
    }

    /// Frees all encoders. Frames offered later are refused.
    @Override
    public void close() {
        ladder.close();
        audioStage.close();
    }

    private void statusChanged() {
        listener.accept(this);
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
