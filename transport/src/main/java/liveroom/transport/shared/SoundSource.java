package liveroom.transport.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import liveroom.capture.media.CaptureLag;
import liveroom.encoder.EncodedProgram;
import liveroom.encoder.OpusFrames;
import liveroom.encoder.OpusPacket;
import liveroom.encoder.PacketPool;
import liveroom.encoder.PacketSink;
import liveroom.transport.rtp.RtpStream;
import org.jspecify.annotations.Nullable;

/// The program's sound on its way to viewers. Confined to the thread `shared-lane`.
final class SoundSource extends Source {
    /// Fewer wait for the next picture: another rung's has just left.
    private static final int FEWEST_WITH_PICTURE = 2;

    private final EncodedProgram program;
    private final PacketSink<OpusPacket> sink = this::take;
    private final PacketPool pool = PacketPool.forAudio();
    private final List<OpusPacket> held = new ArrayList<>();

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
        letGo();
    }

    /// Passes on what is to be sent now that this packet has come.
    ///
    /// @param out takes packets while it is called
    void pass(OpusPacket packet, Packing packing, Consumer<OpusPacket> out) {
        held.add(packet.retain());
        if (held.size() >= packing.most) {
            passHeld(out);
        }
    }

    /// Passes on what has waited for a picture, now that one has been sent.
    ///
    /// @param out takes packets while it is called
    void passWithPicture(Consumer<OpusPacket> out) {
        if (held.size() >= FEWEST_WITH_PICTURE) {
            passHeld(out);
        }
    }

    private void passHeld(Consumer<OpusPacket> out) {
        try (OpusPacket joined = join()) {
            if (joined == null) {
                held.forEach(out);
            } else {
                out.accept(joined);
            }
        } finally {
            letGo();
        }
    }

    private @Nullable OpusPacket join() {
        return held.size() == 1 ? null : OpusFrames.join(held, pool);
    }

    private void letGo() {
        held.forEach(OpusPacket::close);
        held.clear();
    }
}
