package liveroom.bench.chain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Records what a sink of a [PulseServer] plays, with the monotonic time of every sample.
///
/// A null sink loses nothing, but its clock is not the system's: it rounds each block's length to whole microseconds,
/// and gains up to 10 ms in two minutes. Each block arrives at or after its time, never before, however busy the
/// machine is: see [SampleClock]. Keeps everything, 96 kB a second: for minutes, not for hours.
public final class SoundRecorder implements AutoCloseable {
    /// Samples a second; one channel.
    public static final int SAMPLE_RATE_HZ = 48_000;

    private final Process recorder;
    private final Thread thread;
    private final Object lock = new Object();
    private short[] samples = new short[SAMPLE_RATE_HZ * 60];
    private int count;
    private final SampleClock clock = new SampleClock(SAMPLE_RATE_HZ);

    private SoundRecorder(Process recorder) {
        this.recorder = recorder;
        this.thread = Thread.ofPlatform().name("sound-recorder").daemon().unstarted(this::run);
    }

    /// Starts to record `sink` and waits for the first sound or silence of it.
    public static SoundRecorder start(PulseServer server, String sink) {
        try {
            Process process = server.processBuilder(
                            "parec",
                            "--raw",
                            "--format=s16le",
                            "--channels=1",
                            "--rate=" + SAMPLE_RATE_HZ,
                            "--latency-msec=5",
                            "--device=" + sink + ".monitor")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            SoundRecorder recorder = new SoundRecorder(process);
            recorder.thread.start();
            recorder.awaitFirstBlock();
            return recorder;
        } catch (IOException cause) {
            throw new UncheckedIOException("parec does not start; is PulseAudio installed?", cause);
        }
    }

    private void awaitFirstBlock() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        synchronized (lock) {
            while (count == 0) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("parec delivers nothing");
                }
                try {
                    lock.wait(100);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while the recorder starts");
                }
            }
        }
    }

    private void run() {
        byte[] block = new byte[4096];
        ByteBuffer view = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        try (InputStream input = recorder.getInputStream()) {
            int held = 0;
            int read = input.read(block, 0, block.length);
            while (read >= 0) {
                double arrivedMillis = Monotonic.millis();
                held += read;
                append(view, held / 2, arrivedMillis);
                int odd = held % 2;
                if (odd == 1) {
                    block[0] = block[held - 1];
                }
                held = odd;
                read = input.read(block, held, block.length - held);
            }
        } catch (IOException _) {
            // The process was ended: so is the recording.
        }
    }

    private void append(ByteBuffer view, int added, double arrivedMillis) {
        synchronized (lock) {
            if (count + added > samples.length) {
                samples = Arrays.copyOf(samples, samples.length * 2);
            }
            for (int i = 0; i < added; i++) {
                samples[count + i] = view.getShort(2 * i);
            }
            count += added;
            clock.arrived(count, arrivedMillis);
            lock.notifyAll();
        }
    }

    /// Everything so far.
    public Recording recording() {
        synchronized (lock) {
            return new Recording(Arrays.copyOf(samples, count), clock.line());
        }
    }

    @Override
    public void close() {
        recorder.destroy();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sound with time.
    ///
    /// @param samples at [#SAMPLE_RATE_HZ], one channel
    /// @param times when each sample was played
    @SuppressWarnings("ArrayRecordComponent") // A bulk value that nobody compares.
    public record Recording(short[] samples, SampleClock.Line times) {
        /// The time of a sample, which may be fractional, see [Monotonic].
        public double millisAt(double sample) {
            return times.millisAt(sample);
        }
    }
}
