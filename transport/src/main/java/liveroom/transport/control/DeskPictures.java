package liveroom.transport.control;

import java.util.Optional;

/// Stills of what is composed, as JPEGs whose bytes are the caller's. Called on virtual threads, and may take some
/// milliseconds.
public interface DeskPictures {
    /// What `bus` shows now, some 640 pixels wide; nothing while there is no picture. Called a few times a second for
    /// each bus.
    Optional<byte[]> jpeg(Bus bus);

    /// What a scene looks like, some 320 pixels wide; nothing if there is no such scene, or no picture of it now.
    Optional<byte[]> jpegOf(String sceneId);

    /// The two pictures of a desk.
    enum Bus {
        /// What viewers get.
        PROGRAM,
        /// What comes next.
        PREVIEW
    }
}
