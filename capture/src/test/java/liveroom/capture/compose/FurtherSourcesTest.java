package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.LatestFrame;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.source.PictureShape;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.TestFilms;
import liveroom.capture.source.VideoSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that stand in for further cameras, and for looping videos, from the disk to the
/// program's picture.
final class FurtherSourcesTest {
    private static final long PATIENCE_NANOS = 40_000_000_000L;
    private static final String PORTRAIT =
            "color=c=0x3a6ea5:s=180x320:r=25:d=1,drawgrid=w=45:h=40:t=2:c=white,drawbox=x=60:y=130:w=60:h=60:c=orange:t=fill";

    private final FlatPainter painter = new FlatPainter();

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLent() {
        await("all is given back", () -> FramePool.lentByAll() == 0);
    }

    @Test
    void compose_portraitCameraInAWideBox_fillsItByTheLayersOwnFit() {
        Layer covering = Rehearsal.source(film("portrait", PORTRAIT), Rehearsal.pixels(20, 20, 160, 90));
        Layer contained = covering.withId("contained")
                .withPlacement(Placement.of(Rehearsal.pixels(200, 20, 100, 140)).withFit(Placement.Fit.CONTAIN));
        Layer wall = Rehearsal.shape("wall", 0xff203040, 0, 0, 320, 180);
        Scene scene = Rehearsal.scene("one", wall, covering, contained);
        try (Playing playing = new Playing(scene)) {
            playing.awaitPicture(60, 40);
            try (VideoFrame picture = playing.next()) {
                Golden.assertLooksLike("source-portrait", picture);
            }
        }
    }

    @Test
    void compose_portraitMainSource_fillsBoxesByItsOwnShape() {
        Layer wide = Rehearsal.source(Content.Source.MAIN, Rehearsal.pixels(20, 20, 160, 90));
        Layer upright = wide.withId("upright").withPlacement(Placement.of(Rehearsal.pixels(200, 20, 40, 140)));
        Layer contained = wide.withId("contained")
                .withPlacement(Placement.of(Rehearsal.pixels(250, 20, 60, 140)).withFit(Placement.Fit.CONTAIN));
        Layer wall = Rehearsal.shape("wall", 0xff203040, 0, 0, 320, 180);
        try (Rehearsal rehearsal = new Rehearsal(painter, Rehearsal.scene("one", wall, wide, upright, contained));
                VideoFrame main = first(film("main", PORTRAIT))) {
            rehearsal.compositor().compose(main, 0).close();
            try (VideoFrame picture = rehearsal.compositor().compose(main, Rehearsal.PERIOD_NANOS)) {
                Golden.assertLooksLike("source-main-portrait", picture);
            }
        }
    }

    @Test
    void compose_portraitMainSourceAlone_standsWholeBetweenItsBars() {
        try (Rehearsal rehearsal = new Rehearsal(painter, Rehearsal.scene("one", Rehearsal.camera()));
                VideoFrame main = first(film("main", PORTRAIT));
                VideoFrame picture = rehearsal.compositor().compose(main, 0)) {
            assertThat(picture.buffer()).isSameAs(main.buffer());
            assertThat(Rehearsal.luma(picture, 20, 90)).isEqualTo(16);
        }
    }

    /// The first picture of a source as the studio's main one delivers it.
    private static VideoFrame first(String source) {
        LatestFrame newest = new LatestFrame();
        PictureShape shape = new PictureShape.Barred(Rehearsal.FORMAT);
        try (VideoSource main = VideoSource.open(SourceSpec.parse(source), shape, 25, StudioClock.SYSTEM)) {
            main.start(newest);
            AtomicReference<@Nullable VideoFrame> seen = new AtomicReference<>();
            await("a picture", () -> {
                seen.set(newest.poll());
                return seen.get() != null;
            });
            return Objects.requireNonNull(seen.get());
        } finally {
            newest.close();
        }
    }

    @Test
    void compose_loopingVideoBehindASecondCamera_showsBothWithoutABreak() {
        String path = film("loop", "color=c=0xf0f0f0:s=320x180:r=25:d=0.4").substring("file:".length());
        Paint black = new Paint.Fixed(0xff000000);
        Layer loop = Layer.of("loop", "", new Content.Background(black, black, 0, path), Placement.FULL);
        Layer camera =
                Rehearsal.source(film("camera", "color=c=0xc0c0c0:s=320x180:r=25:d=0.6"), new Box(0.5, 0.5, 0.4, 0.4));
        try (Playing playing = new Playing(Rehearsal.scene("one", loop, camera))) {
            playing.awaitLuma(40, 40, 200);
            playing.awaitLuma(220, 120, 160);
            List<Integer> behind = new ArrayList<>();
            List<Integer> before = new ArrayList<>();
            long end = System.nanoTime() + 3_000_000_000L;
            while (System.nanoTime() < end) {
                try (VideoFrame picture = playing.next()) {
                    behind.add(Rehearsal.luma(picture, 40, 40));
                    before.add(Rehearsal.luma(picture, 220, 120));
                }
                LockSupport.parkNanos(10_000_000);
            }
            assertThat(behind).as("the looping video").allMatch(luma -> luma > 200);
            assertThat(before).as("the second camera").allMatch(luma -> luma > 160 && luma < 200);
        }
    }

    private String film(String name, String picture) {
        return "file:" + TestFilms.make(folder.resolve(name + ".mkv"), picture);
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /// A scene with its sources, which are read.
    private final class Playing implements AutoCloseable {
        private final Rehearsal rehearsal;
        private final SourceFeeds feeds;
        private int tick;

        Playing(Scene scene) {
            feeds = new SourceFeeds(
                    new SourceFeeds.Setting(
                            () -> Rehearsal.showing(scene),
                            () -> Rehearsal.kit(0),
                            () -> new SourceSpec.Test(),
                            StudioClock.SYSTEM,
                            (spec, status) -> ""),
                    Rehearsal.FORMAT,
                    25);
            rehearsal = new Rehearsal(painter, Runnable::run, feeds, scene);
        }

        VideoFrame next() {
            return rehearsal.at(tick++);
        }

        void awaitPicture(int x, int y) {
            awaitLuma(x, y, 60);
        }

        /// Waits until what is there is brighter: it fades in.
        void awaitLuma(int x, int y, int luma) {
            await("a picture", () -> {
                try (VideoFrame picture = next()) {
                    return Rehearsal.luma(picture, x, y) > luma;
                }
            });
        }

        @Override
        public void close() {
            feeds.close();
            rehearsal.close();
        }
    }
}
