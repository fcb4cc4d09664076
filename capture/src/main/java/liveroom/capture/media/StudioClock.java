package liveroom.capture.media;

/// The one clock of the studio. Every capture time, presentation time and latency is a reading of it or a difference
/// of two readings. Monotonic, in nanoseconds, with an arbitrary origin; free-threaded.
@FunctionalInterface
public interface StudioClock {
    /// The system's monotonic clock, which libwebrtc reads as well.
    StudioClock SYSTEM = System::nanoTime;

    long nanos();
}
