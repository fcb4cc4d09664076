package liveroom.capture.source;

import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;

/// Remembers all sound that is offered.
final class AudioLog implements FrameSink<AudioFrame> {
    /// One block, interleaved.
    record Entry(long capturedNanos, int frames, FloatBuffer samples) {
        long endNanos() {
            return capturedNanos + Math.round(frames * 1e9 / 48_000);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized boolean offer(AudioFrame frame) {
        float[] samples = frame.samples().asSlice(0, frame.frames() * 8L).toArray(ValueLayout.JAVA_FLOAT);
        entries.add(new Entry(frame.capturedNanos(), frame.frames(), FloatBuffer.wrap(samples)));
        return true;
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized int count() {
        return entries.size();
    }

    synchronized long frames() {
        return entries.stream().mapToLong(Entry::frames).sum();
    }
}
