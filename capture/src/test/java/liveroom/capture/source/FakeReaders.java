package liveroom.capture.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.VideoFrame;

/// Devices that do as they are told. Each delivers pictures whose luma is its own number, and sound of that level.
final class FakeReaders implements Reader.Opener {
    /// How a device behaves.
    enum Mood {
        WORKS,
        MISSING,
        /// Opening never returns, until all is over.
        HANGS,
        /// Reading throws what no contract allows.
        CRASHES,
        /// It opens, but nothing comes.
        SILENT,
        /// It opens, but reading never returns, until all is over.
        STUCK
    }

    private final Map<SourceSpec, Mood> moods = new ConcurrentHashMap<>();
    private final Map<SourceSpec, Integer> lumas = new ConcurrentHashMap<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger stuck = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    SourceSpec device(String name, int luma, Mood mood) {
        SourceSpec spec = new SourceSpec.Camera(name);
        set(spec, luma, mood);
        return spec;
    }

    void set(SourceSpec spec, int luma, Mood mood) {
        lumas.put(spec, luma);
        moods.put(spec, mood);
    }

    /// Lets what hangs go.
    void releaseHanging() {
        release.countDown();
    }

    /// How many are open now.
    int open() {
        return open.get();
    }

    /// How often reading got stuck.
    int stuck() {
        return stuck.get();
    }

    int opened() {
        return opened.get();
    }

    int attempts() {
        return attempts.get();
    }

    @Override
    public Reader open(SourceSpec spec, Outputs outputs) throws CaptureException {
        attempts.incrementAndGet();
        if (mood(spec) == Mood.HANGS) {
            awaitRelease();
        }
        if (mood(spec) == Mood.MISSING) {
            throw new CaptureException(Code.MISSING, "No such file or directory");
        }
        opened.incrementAndGet();
        open.incrementAndGet();
        return new FakeReader(spec, outputs);
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Mood mood(SourceSpec spec) {
        return moods.getOrDefault(spec, Mood.MISSING);
    }

    private final class FakeReader implements Reader {
        private final SourceSpec spec;
        private final Outputs outputs;

        FakeReader(SourceSpec spec, Outputs outputs) {
            this.spec = spec;
            this.outputs = outputs;
        }

        @Override
        public void read() throws CaptureException {
            LockSupport.parkNanos(2_000_000);
            switch (mood(spec)) {
                case WORKS -> deliver();
                case MISSING -> throw new CaptureException(Code.LOST, "No such device");
                case CRASHES -> throw new IllegalStateException("as if a driver had broken");
                case STUCK -> {
                    stuck.incrementAndGet();
                    awaitRelease();
                }
                case HANGS, SILENT -> {}
            }
        }

        private void deliver() {
            long now = outputs.clock().nanos();
            byte luma = lumas.getOrDefault(spec, 0).byteValue();
            VideoOutlet video = outputs.video();
            FrameBuffer pixels = video == null ? null : outputs.pictures().tryLend();
            if (video != null && pixels != null) {
                try (VideoFrame frame = new VideoFrame(outputs.format(), now, pixels)) {
                    frame.pixels().fill(luma);
                    video.offer(frame);
                }
            }
            AudioOutlet audio = outputs.audio();
            FrameBuffer samples = audio == null ? null : outputs.blocks().tryLend();
            if (audio != null && samples != null) {
                try (AudioFrame block = new AudioFrame(96, now, samples)) {
                    for (int i = 0; i < 192; i++) {
                        block.setSample(i, (luma & 0xff) / 255f);
                    }
                    audio.offer(block);
                }
            }
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
