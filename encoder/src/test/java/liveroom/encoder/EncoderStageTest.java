package liveroom.encoder;

import static liveroom.encoder.ProgramFeed.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.RealTime;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EncoderStageTest {
    private final SyntheticProgram program = new SyntheticProgram(new VideoFormat(16, 16));
    private final AtomicInteger received = new AtomicInteger();
    private final PacketSink<OpusPacket> sink = _ -> received.incrementAndGet() > 0;
    private final FakeCodecs codecs = new FakeCodecs();
    private final AtomicLong nowNanos = new AtomicLong();

    @AfterEach
    void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void offer_noSink_isRefusedAndOpensNothing() {
        try (var stage = stage()) {
            assertThat(offer(stage)).isFalse();
            assertThat(stage.status()).isEqualTo(new EncoderStatus.Idle());
        }
        assertThat(codecs.opened.get()).isZero();
    }

    @Test
    void remove_lastSink_closesTheCodecAndRefusesAgain() {
        try (var stage = stage()) {
            stage.add(sink);
            until(() -> offer(stage) && received.get() > 0);
            stage.remove(sink);

            until(() -> stage.status() instanceof EncoderStatus.Idle);
            assertThat(codecs.open.get()).isZero();
            assertThat(offer(stage)).isFalse();
        }
    }

    @Test
    void open_failsAtFirst_isTriedAgainAfterAWhile() {
        codecs.openFails.set(true);
        try (var stage = stage()) {
            stage.add(sink);
            until(() -> {
                offer(stage);
                return stage.status() instanceof EncoderStatus.Failed;
            });
            assertThat(stage.status())
                    .isEqualTo(new EncoderStatus.Failed(EncoderException.Code.NO_ENCODER, "cannot open"));

            codecs.openFails.set(false);
            nowNanos.addAndGet(EncoderStage.RETRY.toNanos());
            until(() -> offer(stage) && received.get() > 0);
            assertThat(stage.status()).isEqualTo(new EncoderStatus.Running("fake codec"));
        }
    }

    @Test
    void encode_failsInTheMiddle_goesOnWithTheNextCodec() {
        try (var stage = stage()) {
            stage.add(sink);
            until(() -> offer(stage) && received.get() > 0);

            codecs.encodeFails.set(true);
            until(() -> {
                offer(stage);
                return codecs.failed.get() == 1;
            });
            int before = received.get();
            until(() -> {
                offer(stage);
                return received.get() > before;
            });
            assertThat(stage.status()).isInstanceOf(EncoderStatus.Running.class);
            assertThat(codecs.opened.get()).isEqualTo(2);
            assertThat(stage.stats().dropped()).isPositive();
        }
        assertThat(codecs.open.get()).isZero();
    }

    @Test
    void missed_queueFullOrCodecBroken_isCountedButNotWhatNobodyWants() {
        try (var stage = stage()) {
            stage.add(sink);
            until(() -> offer(stage) && received.get() > 0);
            long before = stage.missed();

            codecs.stuck.set(true);
            until(() -> !offer(stage));
            assertThat(stage.missed()).isEqualTo(before + 1);
            stage.remove(sink);
            codecs.stuck.set(false);
            until(() -> stage.status() instanceof EncoderStatus.Idle);
            assertThat(offer(stage)).isFalse();
            assertThat(stage.missed()).isEqualTo(before + 1);
            assertThat(stage.stats().dropped()).isGreaterThan(stage.missed());

            codecs.encodeFails.set(true);
            stage.add(sink);
            until(() -> {
                offer(stage);
                return codecs.failed.get() == 1;
            });
            assertThat(stage.missed()).isGreaterThan(before + 1);
        }
    }

    @Test
    void deliver_sinkThrows_isRemovedAndTheOthersGoOn() {
        try (var stage = stage()) {
            stage.add(_ -> {
                throw new IllegalStateException("a sink of the test that throws");
            });
            stage.add(sink);

            until(() -> offer(stage) && received.get() > 1);
        }
    }

    private EncoderStage<AudioFrame, OpusPacket> stage() {
        StudioClock clock = nowNanos::get;
        var stage =
                new EncoderStage<>(RealTime.threads("audio-encoder", RealTime.Rank.BEAT), 8, clock, codecs, () -> {});
        stage.start();
        return stage;
    }

    private boolean offer(EncoderStage<AudioFrame, OpusPacket> stage) {
        try (AudioFrame block = program.block(0)) {
            return stage.offer(block);
        }
    }

    /// Makes encoders that pass one byte on for each block, and fail when told to.
    private static final class FakeCodecs implements EncoderStage.Codecs<AudioFrame, OpusPacket> {
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicBoolean openFails = new AtomicBoolean();
        private final AtomicBoolean encodeFails = new AtomicBoolean();
        private final AtomicBoolean stuck = new AtomicBoolean();
        private final PacketPool pool = PacketPool.forAudio();

        @Override
        public Encoder<AudioFrame, OpusPacket> open() throws EncoderException {
            if (openFails.get()) {
                throw new EncoderException(EncoderException.Code.NO_ENCODER, "cannot open");
            }
            opened.incrementAndGet();
            open.incrementAndGet();
            return new FakeEncoder();
        }

        @Override
        public void closing(Encoder<AudioFrame, OpusPacket> encoder) {
            open.decrementAndGet();
        }

        @Override
        public void failed(Encoder<AudioFrame, OpusPacket> encoder, Throwable cause) {
            failed.incrementAndGet();
        }

        private final class FakeEncoder implements AudioEncoder {
            @Override
            public void encode(AudioFrame block, PacketSink<OpusPacket> sink) throws EncoderException {
                while (stuck.get()) {
                    LockSupport.parkNanos(1_000_000);
                }
                if (encodeFails.getAndSet(false)) {
                    throw new EncoderException(EncoderException.Code.ENCODE_FAILED, "the card has gone");
                }
                var buffer = pool.tryLend(1);
                if (buffer != null) {
                    try (OpusPacket packet =
                            new OpusPacket(block.frames(), block.ptsNanos(), new PacketTiming(0, 0, 0, 0), 1, buffer)) {
                        sink.offer(packet);
                    }
                }
            }

            @Override
            public String codec() {
                return "fake";
            }

            @Override
            public String description() {
                return "fake codec";
            }

            @Override
            public void close() {
                // nothing to free
            }
        }
    }
}
