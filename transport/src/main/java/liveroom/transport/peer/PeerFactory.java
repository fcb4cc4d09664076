package liveroom.transport.peer;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCRtpCodecCapability;
import dev.onvoid.webrtc.media.MediaType;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;

/// Makes peer connections, each with the program's picture and sound. One for a room; closed after all its peers.
public final class PeerFactory implements AutoCloseable {
    final TrackLane lane;
    final PeerConnectionFactory natives;
    final VideoTrack videoTrack;
    final AudioTrack audioTrack;
    final List<RTCRtpCodecCapability> videoPreference;
    final PeerSettings settings;
    private final AudioDeviceModule silence;

    public PeerFactory(StudioClock clock, PeerSettings settings) {
        this.settings = settings;
        // With any other device libwebrtc's own capture thread races against pushed sound and ends the process.
        silence = new AudioDeviceModule(AudioLayer.kDummyAudio);
        natives = new PeerConnectionFactory(silence);
        lane = new TrackLane(clock);
        videoTrack = natives.createVideoTrack("program-picture", lane.videoSource);
        audioTrack = natives.createAudioTrack("program-sound", lane.audioSource);
        videoPreference = natives.getRtpSenderCapabilities(MediaType.VIDEO).getCodecs().stream()
                .sorted(Comparator.comparingInt(PeerFactory::rank))
                .toList();
    }

    /// Takes the program's pictures, on the `program` thread.
    public FrameSink<VideoFrame> videoSink() {
        return lane.videoSink();
    }

    /// Takes the program's sound in blocks of 10 ms, on the `mixer` thread.
    public FrameSink<AudioFrame> audioSink() {
        return lane.audioSink();
    }

    /// Opens a connection to one viewer. It lives on `room`: every method is called there, and the listener is too.
    public Peer open(Executor room, PeerListener listener) {
        return new Peer(this, room, listener);
    }

    /// Every peer must be closed.
    @Override
    public void close() {
        lane.close();
        Callbacks.dispose(videoTrack::dispose);
        Callbacks.dispose(audioTrack::dispose);
        lane.dispose();
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
