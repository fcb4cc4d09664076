package liveroom.capture.compose;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import liveroom.capture.CaptureException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Placement;
import liveroom.capture.show.DeskState;
import liveroom.capture.source.PictureShape;
import liveroom.capture.source.SlateText;
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
    public static final int MOST = 8;

    private final Setting setting;
    private final VideoFormat format;
    private final SourceFeed.Opener opener;
    private final Map<String, SourceFeed> feeds = new ConcurrentHashMap<>();
    private final Map<String, Long> lastUsed = new HashMap<>();
    /// Sources that are not open although scenes name them, and why.
    private final Map<String, SourceStatus.Failed> refused = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("feeds").factory());
    private volatile String mainSource = "";

    /// What it follows.
    ///
    /// @param main the source that the host has chosen for the picture
    /// @param text the few words that are read in the place of a picture
    public record Setting(
            Supplier<DeskState> desk,
            Supplier<BrandKit> brand,
            Supplier<SourceSpec> main,
            StudioClock clock,
            SlateText text) {}

    /// Begins to follow the show.
    public SourceFeeds(Setting setting, VideoFormat format, int fps) {
        this(setting, format, (spec, feed) -> {
            PictureShape shape = new PictureShape.Own(format, feed.size());
            VideoSource source = VideoSource.open(spec, shape, fps, setting.clock());
            source.start(feed);
            return new SourceFeed.Opened(source::status, source);
        });
    }

    SourceFeeds(Setting setting, VideoFormat format, SourceFeed.Opener opener) {
        this.setting = setting;
        this.format = format;
        this.opener = opener;
        var _ = thread.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable VideoFrame newest(String source, VideoFrame main) {
        if (source.equals(Content.Source.MAIN) || source.equals(mainSource)) {
            return main.retain();
        }
        SourceFeed feed = feeds.get(source);
        return feed == null ? null : feed.newest(setting.clock().nanos());
    }

    @Override
    public String words(String source) {
        SourceFeed feed = feeds.get(source);
        return feed == null ? refusal(source) : feed.words();
    }

    private String refusal(String source) {
        SourceStatus.Failed why = refused.get(source);
        return why == null ? "" : setting.text().words(new SourceSpec.None(), why);
    }

    /// The same pictures for stills of any scene: a source that is closed, since its scene is neither on air nor next,
    /// says so.
    public Feeds forStills() {
        return new Feeds() {
            @Override
            public @Nullable VideoFrame newest(String source, VideoFrame main) {
                return SourceFeeds.this.newest(source, main);
            }

            @Override
            public String words(String source) {
                boolean known = source.equals(mainSource) || feeds.containsKey(source) || refused.containsKey(source);
                return known
                        ? SourceFeeds.this.words(source)
                        : setting.text().words(new SourceSpec.None(), new SourceStatus.Closed());
            }
        };
    }

    /// What has become of each source that the scenes on air and in the preview name, by its name in the show.
    public Map<String, SourceStatus> statuses() {
        Map<String, SourceStatus> statuses = new TreeMap<>(refused);
        feeds.forEach((source, feed) -> statuses.put(source, feed.status()));
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
        Map<String, Set<Placement>> wanted = wanted();
        refused.keySet().retainAll(wanted.keySet());
        wanted.forEach((source, places) -> {
            SourceFeed feed = feed(source, wanted, now);
            if (feed != null) {
                feed.size().shownAt(places);
                lastUsed.put(source, now);
            }
        });
        for (String source : Set.copyOf(lastUsed.keySet())) {
            if (source.equals(mainSource) || now - lastUsed.getOrDefault(source, now) > KEEP_NANOS) {
                close(source);
            }
        }
        feeds.values().forEach(feed -> feed.look(now, setting.text()));
    }

    private void close(String source) {
        lastUsed.remove(source);
        SourceFeed feed = feeds.remove(source);
        if (feed != null) {
            feed.close();
        }
    }

    /// What is on air comes first: it is the first to be opened.
    private Map<String, Set<Placement>> wanted() {
        DeskState state = setting.desk().get();
        BrandKit kit = setting.brand().get();
        Map<String, Set<Placement>> wanted = new LinkedHashMap<>();
        Footage.collect(state.program(), kit, wanted);
        Footage.collect(state.preview(), kit, wanted);
        state.before().ifPresent(scene -> Footage.collect(scene, kit, wanted));
        wanted.remove(Content.Source.MAIN);
        wanted.remove(mainSource);
        return wanted;
    }

    /// The source, opened if it has not been; `null` if there is no such source, or no room for it.
    private @Nullable SourceFeed feed(String source, Map<String, Set<Placement>> wanted, long now) {
        SourceFeed known = feeds.get(source);
        if (known != null) {
            return known;
        }
        if (feeds.size() >= MOST) {
            lastUsed.keySet().stream()
                    .filter(used -> !wanted.containsKey(used))
                    .findFirst()
                    .ifPresent(this::close);
        }
        if (feeds.size() >= MOST) {
            refused.put(source, new SourceStatus.Failed(CaptureException.Code.TOO_MANY, ""));
            return null;
        }
        return opened(source, wanted.getOrDefault(source, Set.of()), now);
    }

    /// Its first picture comes in the right size already.
    private @Nullable SourceFeed opened(String source, Set<Placement> places, long now) {
        try {
            SourceFeed feed = new SourceFeed(SourceSpec.parse(source), format, now);
            feed.size().shownAt(places);
            feed.open(opener);
            feeds.put(source, feed);
            refused.remove(source);
            return feed;
        } catch (IllegalArgumentException e) {
            if (refused.put(source, new SourceStatus.Failed(CaptureException.Code.MISSING, "")) == null) {
                log.warn("A layer's source is none: {}", e.getMessage());
            }
            return null;
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
        feeds.values().forEach(SourceFeed::close);
        feeds.clear();
    }
}
