package liveroom.transport.peer;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;

/// The library as viewers have it, each of whom has a computer of their own. Here they share one with the studios that
/// serve them: where its processors are busy, what arrives would be dropped unread, and be taken for lost on the way.
public final class OtherComputer {
    private OtherComputer() {}

    /// What receives asks for real time, as what sends does.
    public static PeerConnectionFactory factory() {
        PeerConnectionFactory factory = new PeerConnectionFactory(new AudioDeviceModule(AudioLayer.kDummyAudio));
        var _ = NetworkThread.of(factory);
        return factory;
    }
}
