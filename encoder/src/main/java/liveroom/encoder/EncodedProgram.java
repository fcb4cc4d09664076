package liveroom.encoder;

import java.util.List;

/// The program, encoded once for all who need packets of it: the picture in several qualities, the sound in one.
/// Access units of different rungs that were made of one picture have the same time. Free-threaded.
public interface EncodedProgram {
    /// From the top down; the same as long as the program runs. There is at least one.
    List<Rung> rungs();

    /// Adds a sink of access units, called on this rung's encoder thread. The rung is encoded while it has a sink. A
    /// keyframe comes soon, but a few other units may come before it.
    void addVideo(Rung rung, PacketSink<AccessUnit> sink);

    /// One more unit may still be under way to the sink when this returns.
    void removeVideo(Rung rung, PacketSink<AccessUnit> sink);

    /// Adds a sink of Opus packets, called on `audio-encoder`.
    void addAudio(PacketSink<OpusPacket> sink);

    /// One more packet may still be under way to the sink when this returns.
    void removeAudio(PacketSink<OpusPacket> sink);

    /// Makes an access unit of this rung a keyframe, the next one if the last request is a second or more ago. Requests
    /// that come sooner become one, which is honoured when that second is over.
    void requestKeyframe(Rung rung);
}
