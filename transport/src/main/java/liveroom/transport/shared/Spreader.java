package liveroom.transport.shared;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.FrameBuffer;
import liveroom.encoder.PacketPool;
import liveroom.transport.rtp.RedundantSound;
import liveroom.transport.rtp.RtpParts;
import org.jspecify.annotations.Nullable;

/// Makes of one message what goes over several connections: of a picture its parts and their parity, of sound a packet
/// that carries the one before it, too. Of a picture that goes over one, parts that can all leave at once, unless it
/// is a keyframe: that is more than a link should get at once. Confined to the thread `shared-lane`.
final class Spreader implements AutoCloseable {
    private final PacketPool pictures = PacketPool.forVideo();
    private final PacketPool sounds = PacketPool.forAudio();
    private @Nullable Message sound;
    private @Nullable Message soundBefore;

    /// A packet of sound has been made: it is kept until two more have.
    void heard(Message latest) {
        Message oldest = soundBefore;
        if (oldest != null) {
            oldest.close();
        }
        soundBefore = sound;
        sound = latest.retain();
    }

    /// `null` if there is nothing to be made of it, or no memory.
    @Nullable
    Spread spread(Message message, int connections) {
        return switch (message.kind()) {
            case KEYFRAME -> connections == 1 ? null : parts(message, connections);
            case DELTA -> parts(message, connections);
            case SOUND -> connections == 1 ? null : redundant(message);
            case REPORT -> null;
        };
    }

    private @Nullable Spread parts(Message message, int connections) {
        RtpParts parts = RtpParts.over(connections, message.bytes());
        if (parts.count() == 1) {
            return null;
        }
        int room = parts.messageBytes();
        FrameBuffer buffer = pictures.tryLend((long) room * parts.count());
        if (buffer == null) {
            return null;
        }
        List<ByteBuffer> each = new ArrayList<>(parts.count());
        for (int number = 0; number < parts.count(); number++) {
            MemorySegment into = buffer.memory().asSlice((long) number * room, room);
            int bytes = parts.write(message.memory(), number, into);
            each.add(into.asSlice(0, bytes).asByteBuffer());
        }
        return new Spread(buffer, each);
    }

    private @Nullable Spread redundant(Message message) {
        Message before = soundBefore;
        if (before == null || message != sound) {
            return null;
        }
        int bytes = RedundantSound.bytes(before.memory(), message.memory());
        FrameBuffer buffer = bytes == 0 ? null : sounds.tryLend(bytes);
        if (buffer == null) {
            return null;
        }
        MemorySegment into = buffer.memory().asSlice(0, bytes);
        RedundantSound.write(before.memory(), message.memory(), into);
        return new Spread(buffer, List.of(into.asByteBuffer()));
    }

    /// Forgets the sound.
    @Override
    public void close() {
        for (Message kept : new @Nullable Message[] {sound, soundBefore}) {
            if (kept != null) {
                kept.close();
            }
        }
        sound = null;
        soundBefore = null;
    }
}
