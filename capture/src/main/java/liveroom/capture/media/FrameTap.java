package liveroom.capture.media;

/// Where frames are to be had, by as many sinks as come and go. Free-threaded.
public interface FrameTap<F extends MediaFrame> {
    /// Offers frames to `sink` from now on, each on the thread that makes it.
    void add(FrameSink<F> sink);

    /// Ends what [#add] began, with the same sink.
    void remove(FrameSink<F> sink);
}
