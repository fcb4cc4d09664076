package liveroom.capture.compose;

import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Content;
import org.jspecify.annotations.Nullable;

/// The newest pictures of the sources that layers name. Free-threaded; waits for nothing.
@FunctionalInterface
public interface Feeds {
    /// A studio without other sources than its main one.
    Feeds MAIN_ONLY = (source, main) -> Content.Source.MAIN.equals(source) ? main.retain() : null;

    /// The newest picture of a source, or `null` if it has none, or none any more.
    ///
    /// @param source as in [Content.Source]
    /// @param main the picture of the source that the host has chosen, lent
    /// @return a reference that the caller closes
    @Nullable
    VideoFrame newest(String source, VideoFrame main);

    /// What is to be read in the place of a source's picture; empty while it has one, or may yet
    /// have one without anybody having waited.
    default String words(String source) {
        return "";
    }
}
