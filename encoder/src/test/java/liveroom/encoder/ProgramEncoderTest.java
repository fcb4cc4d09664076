package liveroom.encoder;

import static liveroom.encoder.ProgramFeed.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.encoder.AccessUnit.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProgramEncoderTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);
    private static final VideoSettings SETTINGS = new VideoSettings(FORMAT, ProgramFeed.FPS, 500);

    private final SyntheticProgram program = new SyntheticProgram(FORMAT);

    @AfterEach
    void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void offer_nobodyNeedsPackets_isRefused() {
        try (ProgramEncoder encoder = new ProgramEncoder(FORMAT, ProgramFeed.FPS, 500, StudioClock.SYSTEM);
                VideoFrame frame = program.picture(0)) {
            assertThat(encoder.video().offer(frame)).isFalse();
            assertThat(encoder.videoStatus()).isEqualTo(new EncoderStatus.Idle());
            assertThat(encoder.encoderText()).isEmpty();
        }
    }

    @Test
    void offer_pictureOfAnotherSize_isRefused() {
        try (ProgramEncoder encoder = new ProgramEncoder(FORMAT, ProgramFeed.FPS, 500, StudioClock.SYSTEM);
                VideoFrame frame = new SyntheticProgram(new VideoFormat(640, 360)).picture(0)) {
            encoder.addRecording(_ -> true);
            assertThat(encoder.video().offer(frame)).isFalse();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pictures_systemGrantsIt_areEncodedWithALargerShareOfAProcessor() throws IOException {
        assumeThat(Niceness.isLargerShareGranted()).isTrue();
        Set<Integer> niceness = ConcurrentHashMap.newKeySet();
        try (ProgramEncoder encoder =
                new ProgramEncoder(SETTINGS, AudioSettings.DEFAULT, () -> 0, EncoderChoice.ofThisSystem())) {
            encoder.addVideo(encoder.rungs().getFirst(), _ -> niceness.add(Niceness.ofThisThread()));
            encoder.addAudio(_ -> true);
            ProgramFeed feed = new ProgramFeed(encoder, FORMAT, 0);
            feed.step();
            feed.settle();
        }
        assertThat(niceness).containsExactly(Niceness.LARGER_SHARE);
    }

    @Test
    void addVideo_whileEncodingForARecording_getsAKeyframeOfTheSameEncoderSoon() {
        Collected early = new Collected();
        Collected late = new Collected();
        var nowNanos = new AtomicLong();
        try (ProgramEncoder encoder =
                new ProgramEncoder(SETTINGS, AudioSettings.DEFAULT, nowNanos::get, EncoderChoice.ofThisSystem())) {
            encoder.addRecording(early::video);
            encoder.addAudio(_ -> true);
            ProgramFeed feed = new ProgramFeed(encoder, FORMAT, 0);
            for (int i = 0; i < 10; i++) {
                feed.step();
            }
            feed.settle();
            nowNanos.set(SyntheticProgram.SECOND);
            encoder.addVideo(encoder.rungs().getFirst(), late::video);
            feed.step();
            feed.settle();
            assertThat(encoder.videoStatus()).isInstanceOf(EncoderStatus.Running.class);
            assertThat(encoder.encoderText()).contains("320x180 at 30 fps, 500 kbit/s");
            assertThat(encoder.rungFigures().getFirst().stats().out()).isEqualTo(11);
        }

        assertThat(early.packets()).hasSize(11);
        assertThat(late.packets()).extracting(Collected.Packet::picture).containsExactly(Picture.KEYFRAME);
    }

    @Test
    void videoStatus_onlyALowerRungRuns_isItsStatus() {
        try (ProgramEncoder encoder = new ProgramEncoder(FORMAT, ProgramFeed.FPS, 500, StudioClock.SYSTEM)) {
            Collected units = new Collected();
            encoder.addVideo(encoder.rungs().getLast(), units::video);
            encoder.addAudio(_ -> true);
            ProgramFeed feed = new ProgramFeed(encoder, FORMAT, 0);
            feed.seconds(1);

            assertThat(encoder.encoderText()).contains("320x180 at 30 fps, 200 kbit/s");
            assertThat(encoder.videoFigures().stats().out())
                    .isEqualTo(units.packets().size());
            assertThat(encoder.videoFigures().stats().itemNanosP50()).isPositive();
        }
    }

    @Test
    void sinks_comeAndGoWhileFramesFlow_leaveNothingBehind() throws Exception {
        VideoFormat small = new VideoFormat(64, 64);
        try (ProgramEncoder encoder = new ProgramEncoder(small, ProgramFeed.FPS, 500, StudioClock.SYSTEM)) {
            Runnable visitor = () -> {
                for (int i = 0; i < 40; i++) {
                    AtomicInteger seen = new AtomicInteger();
                    PacketSink<AccessUnit> video = _ -> seen.incrementAndGet() > 0;
                    PacketSink<OpusPacket> audio = _ -> seen.incrementAndGet() > 0;
                    encoder.addRecording(video);
                    encoder.addAudio(audio);
                    until(() -> seen.get() > 2);
                    encoder.removeRecording(video);
                    encoder.removeAudio(audio);
                }
            };
            Thread one = Thread.ofPlatform().start(visitor);
            Thread other = Thread.ofPlatform().start(visitor);
            SyntheticProgram source = new SyntheticProgram(small);
            for (int i = 0; one.isAlive() || other.isAlive(); i++) {
                try (VideoFrame frame = source.picture(i * SyntheticProgram.SECOND / ProgramFeed.FPS);
                        AudioFrame block = source.block(i * AudioFormat.BLOCK_NANOS)) {
                    encoder.video().offer(frame);
                    encoder.audio().offer(block);
                }
                LockSupport.parkNanos(1_000_000);
            }
            until(() -> encoder.videoStatus() instanceof EncoderStatus.Idle
                    && encoder.audioStatus() instanceof EncoderStatus.Idle);
        }
    }

    @Test
    void open_noEncoderWorks_isReportedAndSoundGoesOn() {
        VideoCandidate bogus = new VideoCandidate(
                "h264_bogus", VideoCandidate.Input.I420, VideoCandidate.BitrateChange.LIVE, Map.of());
        Collected sound = new Collected();
        try (ProgramEncoder encoder = new ProgramEncoder(
                SETTINGS, AudioSettings.DEFAULT, StudioClock.SYSTEM, new EncoderChoice(List.of(bogus)))) {
            var told = new LinkedBlockingQueue<EncoderStatus>();
            encoder.onStatus(changed -> told.add(changed.videoStatus()));
            encoder.addRecording(_ -> true);
            encoder.addAudio(sound::audio);
            ProgramFeed feed = new ProgramFeed(encoder, FORMAT, 0);
            feed.seconds(1);

            assertThat(encoder.videoStatus())
                    .isEqualTo(new EncoderStatus.Failed(
                            EncoderException.Code.NO_ENCODER, "h264_bogus: cannot open: not part of this FFmpeg"));
            assertThat(told).contains(encoder.videoStatus());
            assertThat(sound.packets()).hasSizeGreaterThan(90);
        }
    }

    @Test
    void kbps_whileEncoding_isMeasuredFromThePackets() {
        var nowNanos = new AtomicLong();
        Collected units = new Collected();
        try (ProgramEncoder encoder =
                new ProgramEncoder(SETTINGS, AudioSettings.DEFAULT, nowNanos::get, EncoderChoice.ofThisSystem())) {
            encoder.addRecording(units::video);
            encoder.addAudio(_ -> true);
            ProgramFeed feed = new ProgramFeed(encoder, FORMAT, 0);
            for (int i = 0; i < 60; i++) {
                nowNanos.set(i * SyntheticProgram.SECOND / ProgramFeed.FPS);
                feed.step();
                feed.settle();
            }
            nowNanos.set(2 * SyntheticProgram.SECOND);
            until(() -> encoder.videoFigures().kbps() > 0);
            assertThat(encoder.videoFigures().kbps()).isEqualTo(units.bytes(0, 60) * 8 / 2.0 / 1000, within(1.0));
        }
    }
}
