package liveroom.encoder;

import java.lang.foreign.MemorySegment;

/// Output of one codec, borrowed from a pool under the same rule of ownership as
/// [liveroom.capture.media.MediaFrame]: a sink reads it until `offer` returns, or retains it and closes it later.
public sealed interface EncodedPacket extends AutoCloseable permits AccessUnit, OpusPacket {
    /// On the program's timeline, in studio-clock nanoseconds.
    long ptsNanos();

    PacketTiming timing();

    /// Exactly the packet's bytes, off-heap.
    MemorySegment payload();

    EncodedPacket retain();

    @Override
    void close();
}
