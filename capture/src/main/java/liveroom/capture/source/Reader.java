package liveroom.capture.source;

import liveroom.capture.CaptureException;

/// A device or a file that has been opened. Confined to the thread of its [Feed].
interface Reader extends AutoCloseable {
    /// Reads and delivers what is there. May block on the device; when merely waiting for its time it returns within
    /// 20 ms, so that the feed can see that it shall end.
    void read() throws CaptureException;

    @Override
    void close();

    /// Opens readers. What it returns is fresh each time.
    @FunctionalInterface
    interface Opener {
        /// Called on the feed's thread; may block.
        Reader open(SourceSpec spec, Outputs outputs) throws CaptureException;
    }
}
