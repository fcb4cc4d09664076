package liveroom.transport.peer;

import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.FrameTap;
import liveroom.capture.media.PictureAlignment;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;

/// A program as media tracks: one source of pictures and one of sound, if it has any, shared by every peer connection,
/// which encodes for itself. Frames are handed over to threads of the lane's own, so that neither the `program` nor the
/// `mixer` thread ever enters the native library. While nobody watches, frames are let go at once.
///
/// **Times.** libwebrtc takes the time of a block of sound to be the moment at which it is pushed. A picture is
/// therefore stamped with its capture time *plus* the age that sound has when it is pushed, so that equal RTCP times
/// were captured at the same instant: see [PictureAlignment].
final class TrackLane implements AutoCloseable {
    final CustomVideoSource videoSource = new CustomVideoSource();
    final @Nullable CustomAudioSource audioSource;

    /// Held around every push of sound and around whatever adds or removes its listeners: the native source does not
    /// lock them itself.
    private final ReentrantLock soundLock = new ReentrantLock();

    private final AtomicInteger viewers = new AtomicInteger();
    private final PictureAlignment alignment = new PictureAlignment();
    private final VideoPush video;
    private final @Nullable AudioPush audio;
    private final @Nullable FrameTap<VideoFrame> pictures;
    private final FrameSink<VideoFrame> videoSink;

    /// The show's own: its frames come by the sinks.
    TrackLane(StudioClock clock) {
        CustomAudioSource sound = new CustomAudioSource();
        video = new VideoPush(videoSource, clock, alignment);
        audioSource = sound;
        audio = new AudioPush(sound, clock, alignment, soundLock);
        pictures = null;
        videoSink = this::offer;
    }

    /// One without sound, which takes its pictures from a tap while somebody watches.
    TrackLane(StudioClock clock, FrameTap<VideoFrame> pictures) {
        video = new VideoPush(videoSource, clock, alignment);
        audioSource = null;
        audio = null;
        this.pictures = pictures;
        videoSink = this::offer;
    }

    private boolean offer(VideoFrame frame) {
        return viewers.get() == 0 || video.offer(frame);
    }

    FrameSink<VideoFrame> videoSink() {
        return videoSink;
    }

    FrameSink<AudioFrame> audioSink() {
        AudioPush push = audio;
        return frame -> viewers.get() == 0 || push == null || push.offer(frame);
    }

    double stampAgeMillis() {
        return alignment.soundLagMillis();
    }

    int viewers() {
        return viewers.get();
    }

    /// Called on the thread `room`, as [#viewerRemoved()] is.
    void viewerAdded() {
        if (viewers.getAndIncrement() == 0 && pictures != null) {
            pictures.add(videoSink);
        }
    }

    void viewerRemoved() {
        if (viewers.decrementAndGet() == 0 && pictures != null) {
            pictures.remove(videoSink);
        }
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
        if (audio != null) {
            audio.close();
        }
    }

    /// Frees the sources, after the threads and the tracks.
    void dispose() {
        Callbacks.dispose(videoSource::dispose);
        CustomAudioSource sound = audioSource;
        if (sound != null) {
            Callbacks.dispose(sound::dispose);
        }
    }
}
