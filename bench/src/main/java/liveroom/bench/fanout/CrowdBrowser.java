package liveroom.bench.fanout;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;
import org.jspecify.annotations.Nullable;

/// What stands for a browser: the library's threads, which a few viewers share. While one of them comes in, the others
/// wait for those threads; so not all of a crowd may have the same.
///
/// @param noPicture what a viewer offers who only receives
/// @param noSound the same
record CrowdBrowser(PeerConnectionFactory natives, VideoTrack noPicture, AudioTrack noSound) {
    private static final int SHARED_BY = 4;

    private static CrowdBrowser open() {
        PeerConnectionFactory natives = new PeerConnectionFactory(new AudioDeviceModule(AudioLayer.kDummyAudio));
        return new CrowdBrowser(
                natives,
                natives.createVideoTrack("none", new CustomVideoSource()),
                natives.createAudioTrack("none", new CustomAudioSource()));
    }

    /// Hands them out. They live as long as the process. Not safe for use by several threads.
    static final class Supply {
        private @Nullable CrowdBrowser latest;
        private int given;

        CrowdBrowser next() {
            if (latest == null || given == SHARED_BY) {
                latest = open();
                given = 0;
            }
            given++;
            return latest;
        }
    }
}
