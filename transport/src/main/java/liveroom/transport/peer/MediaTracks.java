package liveroom.transport.peer;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import org.jspecify.annotations.Nullable;

/// What a lane carries, as tracks of the native library, and how a peer is sent it. Closed after all its peers.
final class MediaTracks implements AutoCloseable {
    final TrackLane lane;
    final Sending sending;
    final VideoTrack video;
    final @Nullable AudioTrack audio;

    /// How a picture is sent.
    ///
    /// @param kbps most that one peer's picture may take
    /// @param scaledDownBy how many times smaller than it is it is encoded, 1 or more
    record Sending(int kbps, double scaledDownBy) {}

    /// @param lane closed with the tracks
    MediaTracks(PeerConnectionFactory natives, TrackLane lane, Sending sending, String name) {
        this.lane = lane;
        this.sending = sending;
        video = natives.createVideoTrack(name + "-picture", lane.videoSource);
        CustomAudioSource sound = lane.audioSource;
        audio = sound == null ? null : natives.createAudioTrack(name + "-sound", sound);
    }

    @Override
    public void close() {
        lane.close();
        Callbacks.dispose(video::dispose);
        AudioTrack sound = audio;
        if (sound != null) {
            Callbacks.dispose(sound::dispose);
        }
        lane.dispose();
    }
}
