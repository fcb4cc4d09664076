package liveroom.transport.peer;

import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameQueue;
import liveroom.capture.media.PictureAlignment;
import liveroom.capture.media.StudioClock;

/// Converts 10 ms blocks of sound to 16 bit and pushes them, on the thread `track-lane-audio`.
final class AudioPush implements AutoCloseable {
    private static final int QUEUED_BLOCKS = 50;
    private static final int SAMPLES = AudioFormat.BLOCK_FRAMES * AudioFormat.CHANNELS;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final CustomAudioSource source;
    private final StudioClock clock;
    private final PictureAlignment alignment;
    private final ReentrantLock lock;
    private final FrameQueue<AudioFrame> queue = new FrameQueue<>(QUEUED_BLOCKS);
    private final byte[] pcm = new byte[SAMPLES * Short.BYTES];
    private final LaneThread thread;

    AudioPush(CustomAudioSource source, StudioClock clock, PictureAlignment alignment, ReentrantLock lock) {
        this.source = source;
        this.clock = clock;
        this.alignment = alignment;
        this.lock = lock;
        thread = new LaneThread("track-lane-audio", this::pushNext);
    }

    /// @throws IllegalArgumentException if the block is not of 10 ms, which is all that the native library takes
    boolean offer(AudioFrame frame) {
        if (frame.frames() != AudioFormat.BLOCK_FRAMES) {
            throw new IllegalArgumentException("block of " + frame.frames() + " frames");
        }
        return queue.offer(frame);
    }

    private void pushNext() throws InterruptedException {
        try (AudioFrame frame = queue.take(PATIENCE)) {
            if (frame == null) {
                return;
            }
            for (int i = 0; i < SAMPLES; i++) {
                int value = Math.round(Math.clamp(frame.sample(i), -1f, 1f) * Short.MAX_VALUE);
                pcm[2 * i] = (byte) value;
                pcm[2 * i + 1] = (byte) (value >> 8);
            }
            lock.lock();
            try {
                alignment.sound(clock.nanos(), frame.capturedNanos());
                source.pushAudio(
                        pcm, Short.SIZE, AudioFormat.SAMPLE_RATE_HZ, AudioFormat.CHANNELS, AudioFormat.BLOCK_FRAMES);
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void close() {
        thread.close();
        queue.close();
    }
}
