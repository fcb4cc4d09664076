package liveroom.transport;

import java.util.Optional;

/// The files of the viewer page, supplied by whoever knows where they are. Called on virtual threads.
@FunctionalInterface
public interface StaticFiles {
    /// No files at all.
    StaticFiles NONE = _ -> Optional.empty();

    /// Finds one file.
    ///
    /// @param path relative, of plain segments: `index.html`, `lanes/track.js`; never with `..`
    Optional<StaticFile> file(String path);

    /// One file.
    ///
    /// @param type a media type, for example `text/javascript; charset=utf-8`
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record StaticFile(byte[] bytes, String type) {}
}
