package liveroom.capture.program;

import liveroom.capture.media.VideoFrame;

/// Makes the program's picture for one tick. Confined to the `program` thread.
@FunctionalInterface
public interface Compositor {
    /// Shows the source as it is: sources already fit the program's format. No pixel is copied.
    Compositor SOURCE_ONLY = (source, ptsNanos) -> source.retain().at(ptsNanos);

    /// Composes the picture that is due at `ptsNanos`.
    ///
    /// @param source the newest picture of the source, lent until this method returns
    /// @return a frame that the caller closes
    VideoFrame compose(VideoFrame source, long ptsNanos);
}
