package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SourceFeedsTest {
    private static final VideoFormat FORMAT = new VideoFormat(32, 32);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FramePool pool = new FramePool(FORMAT.bytes(), 8);
    private final Map<String, FrameSink<VideoFrame>> open = new ConcurrentHashMap<>();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final AtomicLong now = new AtomicLong(1);
    private final AtomicInteger looks = new AtomicInteger();
    private final VideoFrame main = frame();
    private volatile SourceStatus status = new SourceStatus.Opening();
    private volatile SourceSpec chosen = new SourceSpec.Test();
    private volatile DeskState state = showing("one", "one");
    private final StudioClock clock = now::get;
    private final SourceFeeds feeds = new SourceFeeds(
            new SourceFeeds.Setting(
                    this::look, () -> Rehearsal.kit(0), () -> chosen, clock, (spec, why) -> spec.text() + " " + why),
            FORMAT,
            this::opened);

    private DeskState look() {
        looks.incrementAndGet();
        return state;
    }

    private SourceFeed.Opened opened(SourceSpec spec, FrameSink<VideoFrame> sink) {
        opened.add(spec.text());
        open.put(spec.text(), sink);
        return new SourceFeed.Opened(() -> status, () -> open.remove(spec.text()));
    }

    @AfterEach
    void nothingStaysOpenOrLent() {
        feeds.close();
        main.close();
        assertThat(open).isEmpty();
        assertThat(pool.lent()).isZero();
    }

    private VideoFrame frame() {
        return new VideoFrame(FORMAT, now.get(), Objects.requireNonNull(pool.tryLend()));
    }

    private static DeskState showing(String program, String preview) {
        Layer camera = Rehearsal.source("camera:left", Box.FULL);
        Layer screen = Rehearsal.source("screen", Box.FULL).withId("screen");
        Layer film = Layer.of(
                "film",
                "",
                new Content.Background(new Paint.Fixed(0), new Paint.Fixed(0), 0, "loop.mp4"),
                Placement.FULL);
        List<Scene> scenes = List.of(
                Rehearsal.scene("one", Rehearsal.camera()),
                Rehearsal.scene("two", Rehearsal.camera(), camera, screen),
                Rehearsal.scene(
                        "three",
                        camera,
                        film,
                        Rehearsal.source("nonsense:", Box.FULL).withId("wrong")),
                Rehearsal.scene("nine", cameras("near", SourceFeeds.MOST + 1)),
                Rehearsal.scene("eight", cameras("far", SourceFeeds.MOST)));
        DeskState.Change cut = new DeskState.Change(program, Transition.CUT, 0);
        return new DeskState(0, new Show("s", "k", scenes, List.of()), program, preview, cut, 0, false, false);
    }

    private static Layer[] cameras(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Rehearsal.source("camera:" + name + i, Box.FULL).withId(name + i))
                .toArray(Layer[]::new);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private @Nullable VideoFrame newest(String source) {
        return feeds.newest(source, main);
    }

    @Test
    void follow_previewUsesSources_opensEachOnceAndGivesTheirNewestPicture() {
        state = showing("one", "two");
        await(() -> open.size() == 2);
        state = showing("two", "three");
        await(() -> open.containsKey("file:loop.mp4"));
        assertThat(opened).containsExactlyInAnyOrder("camera:left", "screen", "file:loop.mp4");
        try (VideoFrame old = frame();
                VideoFrame fresh = frame()) {
            FrameSink<VideoFrame> sink = Objects.requireNonNull(open.get("camera:left"));
            sink.offer(old);
            sink.offer(fresh);
            try (VideoFrame seen = Objects.requireNonNull(newest("camera:left"))) {
                assertThat(seen.buffer()).isSameAs(fresh.buffer());
            }
        }
        assertThat(newest("screen")).isNull();
    }

    @Test
    void follow_noSceneUsesASourceAnyMore_closesItSomeSecondsLater() {
        state = showing("one", "two");
        await(() -> open.size() == 2);
        state = showing("one", "one");
        now.addAndGet(Duration.ofSeconds(4).toNanos());
        int before = looks.get();
        await(() -> looks.get() > before + 2);
        assertThat(open).hasSize(2);
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        await(open::isEmpty);
    }

    @Test
    void newest_sourceIsTheMainOne_isNotOpenedASecondTime() {
        chosen = new SourceSpec.Screen("");
        int before = looks.get();
        await(() -> looks.get() > before + 1);
        state = showing("one", "two");
        await(() -> open.containsKey("camera:left"));
        await(() -> {
            try (VideoFrame seen = newest("screen")) {
                return seen != null && seen.buffer() == main.buffer();
            }
        });
        assertThat(opened).containsExactly("camera:left");
    }

    @Test
    void newest_sourceIsSilentForSeconds_isNone() {
        state = showing("one", "two");
        await(() -> open.size() == 2);
        try (VideoFrame old = frame()) {
            Objects.requireNonNull(open.get("screen")).offer(old);
        }
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(newest("screen")).isNull();
    }

    @Test
    void words_sourceIsSlowToOpenThenDeliversThenHasGone_sayWhatIsTheMatter() {
        state = showing("one", "two");
        await(() -> open.size() == 2);
        int before = looks.get();
        await(() -> looks.get() > before + 2);
        assertThat(feeds.words("screen")).as("while nobody has waited yet").isEmpty();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        await(() -> feeds.words("screen").equals("screen Opening[]"));
        try (VideoFrame picture = frame()) {
            Objects.requireNonNull(open.get("screen")).offer(picture);
        }
        await(() -> feeds.words("screen").isEmpty());
        status = new SourceStatus.Failed(Code.LOST, "it has gone");
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        await(() -> feeds.words("screen").contains("it has gone"));
    }

    @Test
    void words_moreSourcesThanMayBeOpen_sayWhyTheLastIsDark_andRoomIsMadeForOthers() {
        state = showing("one", "nine");
        String last = "camera:near" + SourceFeeds.MOST;
        await(() -> feeds.words(last).contains("TOO_MANY"));
        assertThat(open).hasSize(SourceFeeds.MOST).doesNotContainKey(last);
        assertThat(feeds.statuses().get(last)).isEqualTo(new SourceStatus.Failed(Code.TOO_MANY, ""));

        state = showing("one", "eight");
        await(() -> open.keySet().stream().allMatch(source -> source.startsWith("camera:far")));
        assertThat(feeds.words(last)).isEmpty();
    }

    @Test
    void words_forStills_sourceOfAnotherScene_sayThatItIsClosed() {
        state = showing("one", "two");
        await(() -> open.size() == 2);
        Feeds stills = feeds.forStills();
        assertThat(stills.words("file:loop.mp4")).contains("Closed");
        assertThat(stills.words("camera:left")).isEmpty();
        assertThat(stills.words("test")).as("the main source").isEmpty();
        assertThat(feeds.words("file:loop.mp4")).as("on air").isEmpty();
    }

    @Test
    void words_sourceThatIsNone_areThoseOfAMissingOne() {
        state = showing("one", "three");
        await(() -> feeds.words("nonsense:").contains("MISSING"));
    }
}
