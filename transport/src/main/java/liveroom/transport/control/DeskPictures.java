package liveroom.transport.control;

import java.util.Optional;

/// Stills of what is composed. Called on virtual threads, a few times a second for each bus; may take some
/// milliseconds.
@FunctionalInterface
public interface DeskPictures {
    /// A JPEG of what `bus` shows now, some 640 pixels wide; nothing while there is no picture. The bytes are the
    /// caller's.
    Optional<byte[]> jpeg(Bus bus);

    /// The two pictures of a desk.
    enum Bus {
        /// What viewers get.
        PROGRAM,
        /// What comes next.
        PREVIEW
    }
}
