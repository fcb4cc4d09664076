package liveroom.transport.shared;

import java.lang.foreign.MemorySegment;
import java.util.function.LongSupplier;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.StudioClock;
import liveroom.encoder.AccessUnit;
import liveroom.encoder.EncodedPacket;
import liveroom.encoder.OpusPacket;
import liveroom.encoder.PacketPool;
import liveroom.transport.rtp.NtpTime;
import liveroom.transport.rtp.RtpStream;
import liveroom.transport.rtp.RtpStream.Marking;
import liveroom.transport.rtp.SenderReport;
import liveroom.transport.rtp.SourceDescription;
import org.jspecify.annotations.Nullable;

/// Builds messages in pooled memory. Confined to the thread `shared-lane`.
final class MessageMaker implements AutoCloseable {
    private final PacketPool pictures = PacketPool.forVideo();
    private final PacketPool small = PacketPool.forAudio();
    private final Spreader spreader = new Spreader();
    private final StudioClock clock;
    private final LongSupplier unixNanos;
    private final SourceDescription name;
    private long wallOffsetNanos;

    MessageMaker(StudioClock clock, LongSupplier unixNanos, SourceDescription name) {
        this.clock = clock;
        this.unixNanos = unixNanos;
        this.name = name;
        readWallClock();
    }

    /// The wall clock is read now and then: between two readings it runs as the studio's clock does.
    void readWallClock() {
        wallOffsetNanos = unixNanos.getAsLong() - clock.nanos();
    }

    /// An RTP packet of the stream, which is to be sent at once, or `null` if there is no memory: then its sequence
    /// number is left out.
    @Nullable
    Message packet(RtpStream stream, EncodedPacket packet) {
        MemorySegment payload = packet.payload();
        int bytes = (int) payload.byteSize();
        PacketPool pool = packet instanceof OpusPacket ? small : pictures;
        FrameBuffer buffer = pool.tryLend(RtpStream.HEADER_BYTES + bytes);
        if (buffer == null) {
            stream.skip(1);
            return null;
        }
        long captured = NtpTime.ofUnixNanos(packet.timing().capturedNanos() + wallOffsetNanos);
        long sent = NtpTime.ofUnixNanos(clock.nanos() + wallOffsetNanos);
        stream.writeHeader(buffer.memory(), packet.ptsNanos(), captured, sent, marking(packet), bytes);
        MemorySegment.copy(payload, 0, buffer.memory(), RtpStream.HEADER_BYTES, bytes);
        Message message = new Message(buffer, RtpStream.HEADER_BYTES + bytes, kind(packet), spreader);
        if (message.kind() == Message.Kind.SOUND) {
            spreader.heard(message);
        }
        return message;
    }

    /// A sender report of the stream with the sender's name, as of now; or `null` if there is no memory.
    ///
    /// @param lagNanos how far capture lies before the program's timeline
    @Nullable
    Message report(RtpStream stream, long lagNanos) {
        int bytes = SenderReport.BYTES + name.bytes();
        FrameBuffer buffer = small.tryLend(bytes);
        if (buffer == null) {
            return null;
        }
        long now = clock.nanos();
        long ntp = NtpTime.ofUnixNanos(now + wallOffsetNanos);
        // What is captured at this moment will have its place on the timeline that much later.
        int written = stream.writeReport(buffer.memory(), now + lagNanos, ntp);
        name.write(buffer.memory().asSlice(written), stream.ssrc());
        return new Message(buffer, bytes, Message.Kind.REPORT, spreader);
    }

    /// Keeps nothing any more.
    @Override
    public void close() {
        spreader.close();
    }

    private static Marking marking(EncodedPacket packet) {
        return switch (packet) {
            case AccessUnit unit -> unit.picture() == AccessUnit.Picture.KEYFRAME ? Marking.KEYFRAME : Marking.DELTA;
            case OpusPacket _ -> Marking.SOUND;
        };
    }

    private static Message.Kind kind(EncodedPacket packet) {
        return switch (marking(packet)) {
            case KEYFRAME -> Message.Kind.KEYFRAME;
            case DELTA -> Message.Kind.DELTA;
            case SOUND -> Message.Kind.SOUND;
        };
    }
}
