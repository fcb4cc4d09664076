package liveroom.transport;

import java.lang.foreign.ValueLayout;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;

/// A small program: a moving picture 30 times a second and a tone, offered as the studio's own threads do.
final class ProgramFeed implements AutoCloseable {
    static final VideoFormat FORMAT = new VideoFormat(160, 120);
    private static final long PICTURE_NANOS = 33_333_333;

    private final FramePool pictures = new FramePool(FORMAT.bytes(), 16);
    private final FramePool blocks = new FramePool(AudioFormat.BLOCK_FRAMES * (long) AudioFormat.BYTES_PER_FRAME, 64);
    private final Thread video;
    private final Thread audio;
    private volatile boolean ending;

    ProgramFeed(Room room) {
        this(room.videoSink(), room.audioSink());
    }

    ProgramFeed(FrameSink<VideoFrame> videoSink, FrameSink<AudioFrame> audioSink) {
        video = Thread.ofPlatform()
                .name("program")
                .start(() -> every(PICTURE_NANOS, at -> offerPicture(videoSink, at)));
        audio = Thread.ofPlatform()
                .name("mixer")
                .start(() -> every(AudioFormat.BLOCK_NANOS, at -> offerBlock(audioSink, at)));
    }

    private interface Step {
        void at(long nanos);
    }

    private void every(long periodNanos, Step step) {
        long due = System.nanoTime();
        while (!ending) {
            step.at(due);
            due += periodNanos;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private void offerPicture(FrameSink<VideoFrame> sink, long at) {
        FrameBuffer buffer = pictures.tryLend();
        if (buffer != null) {
            buffer.memory().fill((byte) 128);
            long row = Math.floorMod(at / PICTURE_NANOS, FORMAT.height());
            for (int x = 0; x < FORMAT.width(); x++) {
                buffer.memory().set(ValueLayout.JAVA_BYTE, row * FORMAT.width() + x, (byte) 235);
            }
            try (VideoFrame frame = new VideoFrame(FORMAT, at, buffer)) {
                sink.offer(frame);
            }
        }
    }

    private void offerBlock(FrameSink<AudioFrame> sink, long at) {
        FrameBuffer buffer = blocks.tryLend();
        if (buffer != null) {
            try (AudioFrame frame = new AudioFrame(AudioFormat.BLOCK_FRAMES, at, buffer)) {
                for (int i = 0; i < AudioFormat.BLOCK_FRAMES; i++) {
                    float value = (float) (0.3 * Math.sin(2 * Math.PI * 1000 * i / AudioFormat.SAMPLE_RATE_HZ));
                    frame.setSample(2 * i, value);
                    frame.setSample(2 * i + 1, -value);
                }
                sink.offer(frame);
            }
        }
    }

    @Override
    public void close() {
        ending = true;
        try {
            video.join();
            audio.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
