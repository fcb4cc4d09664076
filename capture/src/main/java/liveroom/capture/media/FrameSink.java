package liveroom.capture.media;

/// Takes frames from one producer.
@FunctionalInterface
public interface FrameSink<F extends MediaFrame> {
    /// Offers one frame, lent until this method returns; never blocks. Called on the producer's thread only.
    ///
    /// @return `false` if the sink was full and the frame was dropped
    boolean offer(F frame);
}
