package liveroom.transport.shared;

import liveroom.capture.media.CaptureLag;
import liveroom.encoder.EncodedProgram;
import liveroom.encoder.OpusPacket;
import liveroom.encoder.PacketSink;
import liveroom.transport.rtp.RtpStream;

/// The program's sound on its way to viewers. Confined to the thread `shared-lane`.
final class SoundSource extends Source {
    private final EncodedProgram program;
    private final PacketSink<OpusPacket> sink = this::take;

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
    }
}
