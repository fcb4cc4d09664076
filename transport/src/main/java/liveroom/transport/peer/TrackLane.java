package liveroom.transport.peer;

import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.PictureAlignment;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;

/// The program as media tracks: one source of pictures and one of sound, shared by every peer connection, which encodes
/// for itself. Frames are handed over to two threads of the lane's own, so that neither the `program` nor the `mixer`
/// thread ever enters the native library. While nobody watches, frames are let go at once.
///
/// **Times.** libwebrtc takes the time of a block of sound to be the moment at which it is pushed. A picture is
/// therefore stamped with its capture time *plus* the age that sound has when it is pushed, so that equal RTCP times
/// were captured at the same instant: see [PictureAlignment].
final class TrackLane implements AutoCloseable {
    final CustomVideoSource videoSource = new CustomVideoSource();
    final CustomAudioSource audioSource = new CustomAudioSource();

    /// Held around every push of sound and around whatever adds or removes its listeners: the native source does not
    /// lock them itself.
    private final ReentrantLock soundLock = new ReentrantLock();

    private final AtomicInteger viewers = new AtomicInteger();
    private final PictureAlignment alignment = new PictureAlignment();
    private final VideoPush video;
    private final AudioPush audio;

    TrackLane(StudioClock clock) {
        video = new VideoPush(videoSource, clock, alignment);
        audio = new AudioPush(audioSource, clock, alignment, soundLock);
    }

    FrameSink<VideoFrame> videoSink() {
        return frame -> viewers.get() == 0 || video.offer(frame);
    }

    FrameSink<AudioFrame> audioSink() {
        return frame -> viewers.get() == 0 || audio.offer(frame);
    }

    double stampAgeMillis() {
        return alignment.soundLagMillis();
    }

    int viewers() {
        return viewers.get();
    }

    void viewerAdded() {
        viewers.incrementAndGet();
    }

    void viewerRemoved() {
        viewers.decrementAndGet();
    }

    /// Runs `work` while no sound is being pushed.
    void withoutSound(Runnable work) {
        soundLock.lock();
        try {
            work.run();
        } finally {
            soundLock.unlock();
        }
    }

    /// Ends the threads.
    @Override
    public void close() {
        video.close();
        audio.close();
    }

    /// Frees the sources, after the threads and the tracks.
    void dispose() {
        Callbacks.dispose(videoSource::dispose);
        Callbacks.dispose(audioSource::dispose);
    }
}
