package liveroom.encoder;

/// When one frame passed each stage, in studio-clock nanoseconds. Latency is a subtraction.
public record PacketTiming(long capturedNanos, long compositedNanos, long encodeStartedNanos, long encodedNanos) {}
