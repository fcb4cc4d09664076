package liveroom.capture.media;

/// Raw media for one instant, borrowed from a pool.
///
/// **Ownership.** A sink may read the frame only until `offer` returns. To keep it longer, call [#retain()] and, once
/// done, [#close()]. Every `retain` needs exactly one `close`, from any thread.
public sealed interface MediaFrame extends AutoCloseable permits VideoFrame, AudioFrame {
    /// Where the frame stands on the program's timeline, in studio-clock nanoseconds. Equal to [#capturedNanos()]
    /// until the program has given the frame its place.
    long ptsNanos();

    /// When the picture, or the first sample, was captured, in studio-clock nanoseconds.
    long capturedNanos();

    MediaFrame retain();

    @Override
    void close();
}
