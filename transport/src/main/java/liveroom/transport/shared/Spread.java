package liveroom.transport.shared;

import java.nio.ByteBuffer;
import java.util.List;
import liveroom.capture.media.FrameBuffer;

/// One message as several, for as many connections, in pooled memory.
///
/// @param each all exact, see [Message#exact()]
record Spread(FrameBuffer buffer, List<ByteBuffer> each) implements AutoCloseable {
    @Override
    public void close() {
        buffer.release();
    }
}
