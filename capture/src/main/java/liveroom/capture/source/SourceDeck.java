package liveroom.capture.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two sources that feed the program: one for the picture, one for the sound. If both name the same file, one
/// reader serves both, so that they stay together. Free-threaded; sources open, read and close on threads of their
/// own, and no call waits for a device, [#close()] apart.
///
/// A device that has delivered and then hangs is opened anew, once for each time it hangs; the thread that is stuck in
/// its driver is left to itself.
///
/// While there is no picture to show, a slate with the reason is offered five times a second, on the thread `slate`.
public final class SourceDeck implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SourceDeck.class);
    private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_800);

    private final Feed.Setting setting;
    private final Slot<VideoFrame> video;
    private final Slot<AudioFrame> audio;
    private final SlateShow slates;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("source-watch").factory());
    private final List<Feed> feeds = new ArrayList<>();
    private boolean closed;

    /// A deck with `none` in both places.
    ///
    /// @param video called on a source's thread or on `slate`, never on two at once
    /// @param audio called on a source's thread, never on two at once
    public SourceDeck(
            VideoFormat format,
            int fps,
            StudioClock clock,
            FrameSink<VideoFrame> video,
            FrameSink<AudioFrame> audio,
            SlateText text) {
        this(new Feed.Setting(format, fps, clock, Readers::open, Backoff.STANDARD), video, audio, text);
    }

    SourceDeck(Feed.Setting setting, FrameSink<VideoFrame> video, FrameSink<AudioFrame> audio, SlateText text) {
        this.setting = setting;
        this.video = new Slot<>(video);
        this.audio = new Slot<>(audio);
        this.slates = new SlateShow(setting.format(), setting.clock(), this.video, text);
        slates.start();
        var _ = watch.scheduleWithFixedDelay(this::reopenHung, 1, 1, TimeUnit.SECONDS);
    }

    /// Changes the sources; what stays the same goes on undisturbed, or is tried again at once if it has failed. The
    /// old picture and sound go on until the new ones come or fail.
    public synchronized void select(SourceSpec newVideo, SourceSpec newAudio) {
        if (closed) {
            return;
        }
        feeds.removeIf(Feed::ended);
        if (newVideo instanceof SourceSpec.MediaFile && sameSource(newVideo, newAudio)) {
            selectBoth(newVideo);
        } else {
            selectVideo(newVideo);
            selectAudio(newAudio);
        }
    }

    private void selectBoth(SourceSpec file) {
        Outlet<VideoFrame> picture = video.outlet();
        Outlet<AudioFrame> sound = audio.outlet();
        boolean inPlace =
                picture != null && sound != null && picture.feed() == sound.feed() && sameSource(video.spec(), file);
        if (inPlace) {
            retryFailed(picture);
            return;
        }
        Feed feed = feed(file, Feed.Sides.BOTH);
        video.select(file, feed.video(), setting.clock().nanos());
        audio.select(file, feed.audio(), setting.clock().nanos());
    }

    private void selectVideo(SourceSpec spec) {
        if (sameSource(video.spec(), spec)) {
            retryFailed(video.outlet());
            return;
        }
        openVideo(spec);
    }

    private void openVideo(SourceSpec spec) {
        boolean none = spec instanceof SourceSpec.None;
        video.select(
                spec,
                none ? null : feed(spec, Feed.Sides.VIDEO).video(),
                setting.clock().nanos());
    }

    private void selectAudio(SourceSpec spec) {
        if (sameSource(audio.spec(), spec)) {
            retryFailed(audio.outlet());
            return;
        }
        openAudio(spec);
    }

    private void openAudio(SourceSpec spec) {
        boolean none = spec instanceof SourceSpec.None;
        audio.select(
                spec,
                none ? null : feed(spec, Feed.Sides.AUDIO).audio(),
                setting.clock().nanos());
    }

    private synchronized void reopenHung() {
        if (closed) {
            return;
        }
        try {
            if (hung(video)) {
                openVideo(video.spec());
            }
            if (hung(audio)) {
                openAudio(audio.spec());
            }
        } catch (RuntimeException | Error e) {
            // An exception would end the watch for good.
            log.warn("a device that hangs could not be opened anew", e);
        }
    }

    private static boolean hung(Slot<?> slot) {
        Outlet<?> outlet = slot.outlet();
        boolean hung = outlet != null && outlet.hung();
        if (hung) {
            log.info("{} hangs; it is opened anew", slot.spec().text());
        }
        return hung;
    }

    private static boolean sameSource(SourceSpec one, SourceSpec other) {
        if (one instanceof SourceSpec.MediaFile a && other instanceof SourceSpec.MediaFile b) {
            return a.path()
                    .toAbsolutePath()
                    .normalize()
                    .equals(b.path().toAbsolutePath().normalize());
        }
        return one.equals(other);
    }

    private static void retryFailed(@Nullable Outlet<?> outlet) {
        if (outlet != null && outlet.status() instanceof SourceStatus.Failed) {
            outlet.feed().retryNow();
        }
    }

    private Feed feed(SourceSpec spec, Feed.Sides sides) {
        Feed feed = new Feed(spec, sides, setting);
        feeds.add(feed);
        return feed;
    }

    /// What was selected last.
    public SourceSpec videoSpec() {
        return video.spec();
    }

    public SourceSpec audioSpec() {
        return audio.spec();
    }

    /// How the source that was selected last fares. `none` counts as running.
    public SourceStatus videoStatus() {
        return video.status();
    }

    public SourceStatus audioStatus() {
        return audio.status();
    }

    /// Pictures of the selected source: come, taken, dropped (here or by the sink).
    public StageStats videoStats() {
        Outlet<VideoFrame> outlet = video.outlet();
        return outlet == null ? StageStats.IDLE : outlet.stats();
    }

    public StageStats audioStats() {
        Outlet<AudioFrame> outlet = audio.outlet();
        return outlet == null ? StageStats.IDLE : outlet.stats();
    }

    /// Ends all sources. Returns within two seconds, even when a device hangs.
    @Override
    public void close() {
        List<Feed> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(feeds);
        }
        long deadline = System.nanoTime() + CLOSE_NANOS;
        watch.shutdown();
        video.close();
        audio.close();
        slates.stop(Duration.ofNanos(CLOSE_NANOS));
        for (Feed feed : ending) {
            feed.awaitEnd(Math.max(1, deadline - System.nanoTime()));
        }
    }
}
