package liveroom.transport.shared;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import liveroom.capture.media.FrameBuffer;
import org.jspecify.annotations.Nullable;

/// What is sent to viewers as it stands, built once for all of them in pooled memory; and, once one needs it, as it is
/// spread over several connections, built once for all who have so many. The maker has the first reference. Confined to
/// the thread `shared-lane`.
final class Message implements AutoCloseable {
    private final FrameBuffer buffer;
    private final ByteBuffer exact;
    private final Kind kind;
    private final Spreader spreader;
    private final @Nullable Spread[] spreads = new Spread[Striping.MOST_CONNECTIONS + 1];
    private int references = 1;

    enum Kind {
        KEYFRAME,
        DELTA,
        SOUND,
        REPORT
    }

    /// @param buffer the maker's, from now on the message's
    /// @param spreader makes what is needed of it
    Message(FrameBuffer buffer, int bytes, Kind kind, Spreader spreader) {
        this.buffer = buffer;
        this.exact = buffer.memory().asSlice(0, bytes).asByteBuffer();
        this.kind = kind;
        this.spreader = spreader;
    }

    /// The message, no more and no less: its capacity is what the native library sends.
    ByteBuffer exact() {
        return exact;
    }

    MemorySegment memory() {
        return buffer.memory().asSlice(0, bytes());
    }

    Kind kind() {
        return kind;
    }

    int bytes() {
        return exact.capacity();
    }

    boolean isKeyframe() {
        return kind == Kind.KEYFRAME;
    }

    /// The RTP sequence number; 0 for a report.
    int sequence() {
        return kind == Kind.REPORT ? 0 : exact.getShort(2) & 0xffff;
    }

    /// What carries this over so many connections, one message for each at most; the message's own. `null` if there is
    /// nothing but the message itself.
    @Nullable
    Spread over(int connections) {
        Spread made = spreads[connections];
        if (made == null) {
            made = spreader.spread(this, connections);
            spreads[connections] = made;
        }
        return made;
    }

    Message retain() {
        references++;
        return this;
    }

    @Override
    public void close() {
        references--;
        if (references > 0) {
            return;
        }
        buffer.release();
        for (Spread spread : spreads) {
            if (spread != null) {
                spread.close();
            }
        }
    }
}
