package liveroom.transport.peer;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCRtpCodecCapability;
import dev.onvoid.webrtc.media.MediaType;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.FrameTap;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.transport.shared.SendingThread;

/// Makes peer connections, each with the program's picture and sound, or with another picture. One for a room; closed
/// after all its peers.
public final class PeerFactory implements PeerMaker, AutoCloseable {
    final MediaTracks program;
    final PeerConnectionFactory natives;
    final List<RTCRtpCodecCapability> videoPreference;
    final PeerSettings settings;
    private final StudioClock clock;
    private final SendingThread sending;
    private final List<MediaTracks> others = new CopyOnWriteArrayList<>();
    private final AudioDeviceModule silence;

    public PeerFactory(StudioClock clock, PeerSettings settings) {
        this.settings = settings;
        this.clock = clock;
        // With any other device libwebrtc's own capture thread races against pushed sound and ends the process.
        silence = new AudioDeviceModule(AudioLayer.kDummyAudio);
        natives = new PeerConnectionFactory(silence);
        sending = NetworkThread.of(natives);
        program = new MediaTracks(
                natives, new TrackLane(clock), new MediaTracks.Sending(settings.videoKbps(), 1), "program");
        videoPreference = natives.getRtpSenderCapabilities(MediaType.VIDEO).getCodecs().stream()
                .sorted(Comparator.comparingInt(PeerFactory::rank))
                .toList();
    }

    /// Takes the program's pictures, on the `program` thread.
    public FrameSink<VideoFrame> videoSink() {
        return program.lane.videoSink();
    }

    /// Takes the program's sound in blocks of 10 ms, on the `mixer` thread.
    public FrameSink<AudioFrame> audioSink() {
        return program.lane.audioSink();
    }

    /// From where data channels send at the least cost, until this is closed.
    public SendingThread sendingThread() {
        return sending;
    }

    @Override
    public Peer open(Executor room, PeerListener listener) {
        return new Peer(this, program, Peer.Tracks.AWAKE, room, listener);
    }

    /// Connections for data channels alone.
    public PeerMaker ofData() {
        return (room, listener) -> new Peer(this, program, Peer.Tracks.ASLEEP, room, listener);
    }

    /// Connections that bring other pictures than the program's, without sound. They are taken from the tap only
    /// while a connection is there.
    ///
    /// @param kbps most that one viewer's picture may take
    /// @param scaledDownBy how many times smaller than it is a picture is sent, 1 or more
    public PeerMaker ofPictures(FrameTap<VideoFrame> pictures, int kbps, double scaledDownBy) {
        MediaTracks tracks = new MediaTracks(
                natives, new TrackLane(clock, pictures), new MediaTracks.Sending(kbps, scaledDownBy), "pictures");
        others.add(tracks);
        return (room, listener) -> new Peer(this, tracks, Peer.Tracks.AWAKE, room, listener);
    }

    /// Every peer must be closed.
    @Override
    public void close() {
        others.forEach(MediaTracks::close);
        program.close();
        Callbacks.dispose(natives::dispose);
        Callbacks.dispose(silence::dispose);
    }

    private static int rank(RTCRtpCodecCapability codec) {
        return switch (codec.getName()) {
            case "H264" -> 0;
            case "VP8" -> 1;
            case "VP9", "AV1" -> 3;
            default -> 4; // retransmission and error correction
        };
    }
}
