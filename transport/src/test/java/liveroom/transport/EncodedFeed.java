package liveroom.transport;

import java.util.List;
import liveroom.capture.media.StudioClock;
import liveroom.encoder.AccessUnit;
import liveroom.encoder.EncodedProgram;
import liveroom.encoder.OpusPacket;
import liveroom.encoder.PacketSink;
import liveroom.encoder.ProgramEncoder;
import liveroom.encoder.Rung;

/// The small program of these tests, encoded in earnest, at one rung.
final class EncodedFeed implements EncodedProgram, AutoCloseable {
    static final int KBPS = 300;
    final ProgramEncoder encoder = new ProgramEncoder(ProgramFeed.FORMAT, 30, KBPS, StudioClock.SYSTEM);
    private final List<Rung> rungs = List.of(new Rung(0, ProgramFeed.FORMAT, KBPS));

    @Override
    public List<Rung> rungs() {
        return rungs;
    }

    @Override
    public void addVideo(Rung rung, PacketSink<AccessUnit> sink) {
        encoder.addVideoSink(sink);
    }

    @Override
    public void removeVideo(Rung rung, PacketSink<AccessUnit> sink) {
        encoder.removeVideoSink(sink);
    }

    @Override
    public void addAudio(PacketSink<OpusPacket> sink) {
        encoder.addAudioSink(sink);
    }

    @Override
    public void removeAudio(PacketSink<OpusPacket> sink) {
        encoder.removeAudioSink(sink);
    }

    @Override
    public void requestKeyframe(Rung rung) {
        encoder.requestKeyframe();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
