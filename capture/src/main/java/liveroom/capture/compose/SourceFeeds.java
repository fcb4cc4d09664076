package liveroom.capture.compose;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Content;
import liveroom.capture.show.DeskState;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import liveroom.capture.source.VideoSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens each source that the scenes on air and in the preview name, once, pictures only, and
/// closes it some seconds after the last of them has gone. A source that is the studio's main one
/// is not opened a second time: most devices refuse that.
///
/// Sources are opened and closed on the thread `feeds`, and read on threads of their own.
/// Free-threaded.
public final class SourceFeeds implements Feeds, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SourceFeeds.class);
    private static final long LOOK_MILLIS = 50;
    private static final long KEEP_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long CLOSE_SECONDS = 5;
    /// Beyond this, sources stay closed: each costs a thread and a decoder.
    private static final int MOST = 8;

    private final Setting setting;
    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private final Map<String, Long> lastUsed = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("feeds").factory());
    private volatile String mainSource = "";

    /// What it follows.
    ///
    /// @param main the source that the host has chosen for the picture
    public record Setting(
            Supplier<DeskState> desk, Supplier<BrandKit> brand, Supplier<SourceSpec> main, StudioClock clock) {}

    /// Opens a source whose pictures go to the sink until what is returned is closed.
    @FunctionalInterface
    interface Opener {
        AutoCloseable open(SourceSpec spec, FrameSink<VideoFrame> sink);
    }

    private final Opener opener;

    /// Begins to follow the show.
    public SourceFeeds(Setting setting, VideoFormat format, int fps) {
        this(setting, (spec, sink) -> {
            VideoSource source = VideoSource.open(spec, format, fps, setting.clock());
            source.start(sink);
            return source;
        });
    }

    SourceFeeds(Setting setting, Opener opener) {
        this.setting = setting;
        this.opener = opener;
        var _ = thread.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable VideoFrame newest(String source, VideoFrame main) {
        if (source.equals(Content.Source.MAIN) || source.equals(mainSource)) {
            return main.retain();
        }
        Feed feed = feeds.get(source);
        return feed == null ? null : feed.newest(setting.clock().nanos());
    }

    /// What has become of each source that is open, by its name in the show.
    public Map<String, SourceStatus> statuses() {
        Map<String, SourceStatus> statuses = new TreeMap<>();
        feeds.forEach((source, feed) -> feed.status().ifPresent(status -> statuses.put(source, status)));
        return statuses;
    }

    private void look() {
        try {
            follow(setting.clock().nanos());
        } catch (RuntimeException e) {
            // An exception would end the looking for good.
            log.warn("The sources of the scenes could not be looked after", e);
        }
    }

    private void follow(long now) {
        mainSource = setting.main().get().text();
        for (String source : wanted()) {
            boolean opened = feeds.containsKey(source) || open(source);
            if (opened) {
                lastUsed.put(source, now);
            }
        }
        for (String source : Set.copyOf(lastUsed.keySet())) {
            Feed feed = feeds.get(source);
            boolean isMain = source.equals(mainSource);
            if (feed != null && (isMain || now - lastUsed.getOrDefault(source, now) > KEEP_NANOS)) {
                feeds.remove(source);
                lastUsed.remove(source);
                feed.close();
            }
        }
    }

    private Set<String> wanted() {
        DeskState state = setting.desk().get();
        BrandKit kit = setting.brand().get();
        Set<String> wanted = new HashSet<>(Footage.of(state.program(), kit));
        wanted.addAll(Footage.of(state.preview(), kit));
        state.before().ifPresent(scene -> wanted.addAll(Footage.of(scene, kit)));
        wanted.remove(Content.Source.MAIN);
        wanted.remove(mainSource);
        return wanted;
    }

    private boolean open(String source) {
        if (feeds.size() >= MOST) {
            return false;
        }
        try {
            Feed feed = new Feed();
            feed.opened = opener.open(SourceSpec.parse(source), feed);
            feeds.put(source, feed);
            return true;
        } catch (IllegalArgumentException e) {
            if (refused.add(source)) {
                log.warn("A layer's source is none: {}", e.getMessage());
            }
            return false;
        }
    }

    /// Ends all sources. Returns within some seconds, even when a device hangs.
    @Override
    public void close() {
        thread.shutdown();
        try {
            boolean _ = thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        feeds.values().forEach(Feed::close);
        feeds.clear();
    }

    /// The newest picture of one source. Pictures that have become old are those of a source that
    /// has failed.
    private static final class Feed implements FrameSink<VideoFrame> {
        private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(4);

        private @Nullable AutoCloseable opened;
        private @Nullable VideoFrame newest;
        private boolean closed;

        @Override
        public synchronized boolean offer(VideoFrame frame) {
            if (closed) {
                return false;
            }
            replace(frame.retain());
            return true;
        }

        Optional<SourceStatus> status() {
            return opened instanceof VideoSource source ? Optional.of(source.status()) : Optional.empty();
        }

        synchronized @Nullable VideoFrame newest(long now) {
            VideoFrame held = newest;
            if (held != null && now - held.capturedNanos() > STALE_NANOS) {
                replace(null);
                return null;
            }
            return held == null ? null : held.retain();
        }

        private void replace(@Nullable VideoFrame next) {
            VideoFrame old = newest;
            newest = next;
            if (old != null) {
                old.close();
            }
        }

        void close() {
            synchronized (this) {
                closed = true;
                replace(null);
            }
            AutoCloseable source = opened;
            if (source != null) {
                try {
                    source.close();
                } catch (Exception e) {
                    log.warn("A source could not be closed", e);
                }
            }
        }
    }
}
