package liveroom.capture.media;

import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One producer, any number of sinks, which come and go from any thread while frames flow. Each sink takes or refuses
/// for itself; one that throws has refused, and costs the others nothing. The first time is logged.
public final class FanOut<F extends MediaFrame> implements FrameSink<F>, FrameTap<F> {
    private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);

    private final CopyOnWriteArrayList<FrameSink<F>> sinks = new CopyOnWriteArrayList<>();
    private boolean failed;

    @Override
    public void add(FrameSink<F> sink) {
        sinks.addIfAbsent(sink);
    }

    @Override
    public void remove(FrameSink<F> sink) {
        sinks.remove(sink);
    }

    @Override
    public boolean offer(F frame) {
        boolean taken = true;
        for (FrameSink<F> sink : sinks) {
            taken &= offer(frame, sink);
        }
        return taken;
    }

    private boolean offer(F frame, FrameSink<F> sink) {
        try {
            return sink.offer(frame);
        } catch (RuntimeException e) {
            if (!failed) {
                failed = true;
                LOG.error("A sink failed at a frame", e);
            }
            return false;
        }
    }
}
