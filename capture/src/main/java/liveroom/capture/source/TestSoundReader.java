package liveroom.capture.source;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameBuffer;

/// Delivers the beep that belongs to the flash of the [TestCard], in blocks of 10 ms that lie on the studio clock's own
/// multiples of 10 ms, once each is over.
final class TestSoundReader implements Reader {
    private static final double LEVEL = 0.25;
    private static final int RAMP_FRAMES = AudioFormat.SAMPLE_RATE_HZ * 2 / 1_000;
    private static final int BLOCKS_IN_SECOND = AudioFormat.SAMPLE_RATE_HZ / AudioFormat.BLOCK_FRAMES;
    /// More than this many blocks late, it goes on with the newest.
    private static final int MAX_LATE = 50;

    private final Outputs outputs;
    private final MemorySegment beep = MemorySegment.ofArray(beep());
    private long index;

    TestSoundReader(Outputs outputs) {
        this.outputs = outputs;
        this.index = Math.floorDiv(outputs.clock().nanos(), AudioFormat.BLOCK_NANOS);
    }

    /// The whole beep, interleaved stereo, with straight ramps of 2 ms.
    static float[] beep() {
        float[] samples = new float[TestCard.BEEP_FRAMES * AudioFormat.CHANNELS];
        for (int i = 0; i < TestCard.BEEP_FRAMES; i++) {
            double edge = Math.min(i, TestCard.BEEP_FRAMES - 1 - i) / (double) RAMP_FRAMES;
            double wave = Math.sin(2 * Math.PI * TestCard.BEEP_HZ * i / AudioFormat.SAMPLE_RATE_HZ);
            float value = (float) (LEVEL * Math.min(1, edge) * wave);
            samples[2 * i] = value;
            samples[2 * i + 1] = value;
        }
        return samples;
    }

    @Override
    public void read() {
        AudioOutlet audio = outputs.audio();
        long end = (index + 1) * AudioFormat.BLOCK_NANOS;
        if (audio == null || !Pause.until(end, outputs.clock())) {
            return;
        }
        long newest = Math.floorDiv(outputs.clock().nanos(), AudioFormat.BLOCK_NANOS) - 1;
        if (newest - index > MAX_LATE) {
            index = newest;
        }
        long number = index++;
        FrameBuffer buffer = outputs.blocks().tryLend();
        if (buffer == null) {
            audio.dropped();
            return;
        }
        try (AudioFrame block = new AudioFrame(AudioFormat.BLOCK_FRAMES, number * AudioFormat.BLOCK_NANOS, buffer)) {
            fill((int) Math.floorMod(number, (long) BLOCKS_IN_SECOND), block.samples());
            audio.offer(block);
        }
    }

    private void fill(int blockInSecond, MemorySegment samples) {
        long bytes = (long) AudioFormat.BLOCK_FRAMES * AudioFormat.BYTES_PER_FRAME;
        if (blockInSecond < TestCard.BEEP_FRAMES / AudioFormat.BLOCK_FRAMES) {
            long from = (long) blockInSecond * AudioFormat.BLOCK_FRAMES * AudioFormat.CHANNELS;
            MemorySegment.copy(
                    beep,
                    ValueLayout.JAVA_FLOAT,
                    from * Float.BYTES,
                    samples,
                    ValueLayout.JAVA_FLOAT,
                    0,
                    (long) AudioFormat.BLOCK_FRAMES * AudioFormat.CHANNELS);
        } else {
            samples.asSlice(0, bytes).fill((byte) 0);
        }
    }

    @Override
    public void close() {}
}
