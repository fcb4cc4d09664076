package liveroom.capture.media;

import java.util.concurrent.CopyOnWriteArrayList;

/// One producer, any number of sinks, which come and go from any thread while frames flow. Each sink takes or refuses
/// for itself.
public final class FanOut<F extends MediaFrame> implements FrameSink<F> {
    private final CopyOnWriteArrayList<FrameSink<F>> sinks = new CopyOnWriteArrayList<>();

    public void add(FrameSink<F> sink) {
        sinks.addIfAbsent(sink);
    }

    public void remove(FrameSink<F> sink) {
        sinks.remove(sink);
    }

    @Override
    public boolean offer(F frame) {
        boolean taken = true;
        for (FrameSink<F> sink : sinks) {
            taken &= sink.offer(frame);
        }
        return taken;
    }
}
