package liveroom.transport.shared;

import java.util.function.Consumer;
import liveroom.capture.media.CaptureLag;
import liveroom.encoder.EncodedProgram;
import liveroom.encoder.OpusPacket;
import liveroom.encoder.OpusPairs;
import liveroom.encoder.PacketPool;
import liveroom.encoder.PacketSink;
import liveroom.transport.rtp.RtpStream;
import org.jspecify.annotations.Nullable;

/// The program's sound on its way to viewers. Confined to the thread `shared-lane`.
final class SoundSource extends Source {
    private final EncodedProgram program;
    private final PacketSink<OpusPacket> sink = this::take;
    private final PacketPool pool = PacketPool.forAudio();
    /// Waits for the one after it.
    private @Nullable OpusPacket held;

    /// How packets are sent.
    enum Packing {
        /// As they come: the sound is heard soonest.
        SINGLE,
        /// Two as one: half the messages, and what those cost for every viewer.
        PAIRS
    }

    SoundSource(EncodedProgram program, RtpStream rtp, Inbox inbox) {
        super(rtp, new CaptureLag(), inbox);
        this.program = program;
    }

    @Override
    void start(long nowNanos) {
        program.addAudio(sink);
    }

    @Override
    void stop() {
        program.removeAudio(sink);
        if (held != null) {
            held.close();
            held = null;
        }
    }

    /// Passes on what is to be sent now that this packet has come.
    ///
    /// @param out takes packets while it is called
    void pass(OpusPacket packet, Packing packing, Consumer<OpusPacket> out) {
        OpusPacket before = held;
        held = null;
        if (before == null && packing == Packing.PAIRS) {
            held = packet.retain();
        } else if (before == null) {
            out.accept(packet);
        } else {
            try (before) {
                passBoth(before, packet, out);
            }
        }
    }

    private void passBoth(OpusPacket first, OpusPacket second, Consumer<OpusPacket> out) {
        OpusPacket joined = OpusPairs.join(first, second, pool);
        if (joined == null) {
            out.accept(first);
            out.accept(second);
        } else {
            try (joined) {
                out.accept(joined);
            }
        }
    }
}
