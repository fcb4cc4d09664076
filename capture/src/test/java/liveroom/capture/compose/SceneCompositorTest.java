package liveroom.capture.compose;

import static liveroom.capture.compose.Rehearsal.camera;
import static liveroom.capture.compose.Rehearsal.scene;
import static liveroom.capture.compose.Rehearsal.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import liveroom.capture.graphics.LayerPainter;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Transition;
import liveroom.capture.source.TestCard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SceneCompositorTest {
    private static final int RED = 0xffff0000;
    /// BT.709, limited range.
    private static final int RED_LUMA = 63;
    private static final int BRAND_LUMA = Bt709.Yuv.of(0xc8102e).luma();

    private static final int RED_BLUE = 102;
    private static final int RED_RED = 240;

    private final FlatPainter painter = new FlatPainter();

    @Test
    void compose_sceneIsTheMainSourceAlone_passesItOnWithoutACopy() {
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", camera()));
                VideoFrame picture = rehearsal.at(7)) {
            assertThat(picture.buffer()).isSameAs(rehearsal.source().buffer());
            assertThat(picture.ptsNanos()).isEqualTo(7 * Rehearsal.PERIOD_NANOS);
        }
    }

    @Test
    void compose_otherLayersHiddenOrOutside_passesTheSourceOn() {
        try (Rehearsal rehearsal = new Rehearsal(
                        painter,
                        scene(
                                "one",
                                shape("below", RED, 20, 20, 40, 40),
                                camera(),
                                shape("hidden", RED, 20, 20, 40, 40).withShown(false),
                                shape("outside", RED, 400, 20, 40, 40)));
                VideoFrame picture = rehearsal.settled(0)) {
            assertThat(picture.buffer()).isSameAs(rehearsal.source().buffer());
            assertThat(painter.painted()).isEmpty();
        }
    }

    @Test
    void compose_colourBarsBesideAGraphic_staysAsTheyWere() {
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", camera(), shape("box", RED, 0, 80, 320, 100)))) {
            new TestCard(Rehearsal.FORMAT).draw(0, rehearsal.source().pixels());
            try (VideoFrame picture = rehearsal.settled(0)) {
                // 75 % bars: yellow, cyan, green (ITU-R BT.709-6, limited range)
                int[][] known = {{168, 44, 136}, {145, 147, 44}, {133, 63, 52}};
                for (int bar = 1; bar <= 3; bar++) {
                    int x = 16 + (int) ((bar + 0.5) * 288 / 7);
                    assertThat(Rehearsal.luma(picture, x, 30)).isCloseTo(known[bar - 1][0], within(1));
                    assertThat(Rehearsal.blue(picture, x, 30)).isCloseTo(known[bar - 1][1], within(1));
                    assertThat(Rehearsal.red(picture, x, 30)).isCloseTo(known[bar - 1][2], within(1));
                }
                long upper = 80L * 320;
                assertThat(MemorySegment.mismatch(
                                picture.pixels(), 0, upper, rehearsal.source().pixels(), 0, upper))
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void compose_redSquare_hasTheColourOfTheStandardAtEvenAndOddPlaces() {
        for (int x : new int[] {100, 101}) {
            for (int y : new int[] {60, 61}) {
                try (Rehearsal rehearsal =
                                new Rehearsal(painter, scene("one", camera(), shape("box", RED, x, y, 40, 40)));
                        VideoFrame picture = rehearsal.settled(0)) {
                    assertThat(Rehearsal.luma(picture, x, y)).isEqualTo(RED_LUMA);
                    assertThat(Rehearsal.luma(picture, x + 39, y + 39)).isEqualTo(RED_LUMA);
                    assertThat(Rehearsal.luma(picture, x - 1, y)).isEqualTo(Rehearsal.GREY);
                    assertThat(Rehearsal.luma(picture, x + 40, y)).isEqualTo(Rehearsal.GREY);
                    assertThat(Rehearsal.luma(picture, x, y - 1)).isEqualTo(Rehearsal.GREY);
                    assertThat(Rehearsal.luma(picture, x, y + 40)).isEqualTo(Rehearsal.GREY);
                    assertThat(Rehearsal.blue(picture, x + 20, y + 20)).isEqualTo(RED_BLUE);
                    assertThat(Rehearsal.red(picture, x + 20, y + 20)).isEqualTo(RED_RED);
                }
            }
        }
    }

    /// Chroma goes from that of the background to that of the square within two samples, and never
    /// beyond either.
    @Test
    void compose_edgeOfASquare_hasNoFringeOfChroma() {
        for (int x : new int[] {100, 101}) {
            try (Rehearsal rehearsal =
                            new Rehearsal(painter, scene("one", camera(), shape("box", RED, x, 60, 40, 40)));
                    VideoFrame picture = rehearsal.settled(0)) {
                for (int column = 0; column < 320; column += 2) {
                    int red = Rehearsal.red(picture, column, 80);
                    assertThat(red).isBetween(128, RED_RED);
                    if (column < x - 2 || column > x + 42) {
                        assertThat(red).isEqualTo(128);
                    }
                    if (column > x + 1 && column < x + 37) {
                        assertThat(red).isEqualTo(RED_RED);
                    }
                }
            }
        }
    }

    @Test
    void compose_backgroundOverTheWholePicture_hasItsColourUpToEveryEdge() {
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", camera(), shape("all", RED, 0, 0, 320, 180)));
                VideoFrame picture = rehearsal.settled(0)) {
            for (int[] place : new int[][] {{0, 0}, {319, 0}, {0, 179}, {319, 179}}) {
                assertThat(Rehearsal.luma(picture, place[0], place[1])).isEqualTo(RED_LUMA);
                assertThat(Rehearsal.red(picture, place[0], place[1])).isEqualTo(RED_RED);
            }
        }
    }

    @Test
    void compose_halfOpacity_mixesHalfAndHalf() {
        Layer box = shape("box", RED, 100, 60, 64, 40);
        try (Rehearsal rehearsal = new Rehearsal(
                        painter, scene("one", camera(), box.withLook(box.look().withOpacity(0.5))));
                VideoFrame picture = rehearsal.settled(0)) {
            assertThat(Rehearsal.luma(picture, 120, 80)).isCloseTo((RED_LUMA + Rehearsal.GREY) / 2, within(1));
            assertThat(Rehearsal.red(picture, 120, 80)).isCloseTo((RED_RED + 128) / 2, within(1));
        }
    }

    @Test
    void compose_kitIsSwitched_everyGraphicFollows() {
        Layer third = Layer.of(
                "third", "", new Content.LowerThird("A", "B"), Placement.of(Rehearsal.pixels(20, 120, 100, 40)));
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", camera(), third))) {
            rehearsal.settled(0).close();
            rehearsal.kit(Rehearsal.kit(0xffffff));
            try (VideoFrame picture = rehearsal.settled(1)) {
                assertThat(Rehearsal.luma(picture, 60, 140)).isEqualTo(235);
            }
        }
    }

    @Test
    void compose_hiddenLayers_areNotPainted() {
        try (Rehearsal rehearsal = new Rehearsal(
                painter,
                scene(
                        "one",
                        camera(),
                        shape("covered", RED, 50, 50, 20, 20),
                        shape("cover", 0xff00ff00, 40, 40, 80, 80),
                        shape("hidden", RED, 150, 50, 20, 20).withShown(false)))) {
            rehearsal.settled(0).close();
            int before =
                    (int) painter.painted().stream().filter("covered"::equals).count();
            rehearsal.settled(1).close();
            assertThat(painter.painted()).doesNotContain("hidden").hasSize(before + 1);
        }
    }

    @Test
    void compose_painterThrows_goesOnWithTheRest() {
        LayerPainter broken = (layer, kit, format, now) -> {
            if (layer.id().equals("broken")) {
                throw new IllegalStateException("no paint");
            }
            return painter.paint(layer, kit, format, now);
        };
        try (Rehearsal rehearsal = new Rehearsal(
                        broken,
                        scene(
                                "one",
                                camera(),
                                shape("broken", RED, 0, 0, 20, 20),
                                shape("fine", RED, 60, 60, 20, 20)));
                VideoFrame picture = rehearsal.settled(0)) {
            assertThat(Rehearsal.luma(picture, 70, 70)).isEqualTo(RED_LUMA);
            assertThat(Rehearsal.luma(picture, 10, 10)).isEqualTo(Rehearsal.GREY);
            assertThat(rehearsal.paintings().complaints()).containsExactly("no paint");
        }
    }

    @Test
    void compose_painterHangs_showsTheFormerPaintingUntilItIsDone() {
        List<Runnable> waiting = new ArrayList<>();
        Layer box = shape("box", RED, 60, 60, 20, 20);
        try (Rehearsal rehearsal = new Rehearsal(painter, waiting::add, Feeds.MAIN_ONLY, scene("one", camera(), box))) {
            rehearsal.at(0).close();
            waiting.forEach(Runnable::run);
            waiting.clear();
            rehearsal.change(scene("one", camera(), shape("box", 0xffffffff, 60, 60, 20, 20)));
            for (int tick = 1; tick < 10; tick++) {
                try (VideoFrame picture = rehearsal.at(tick)) {
                    assertThat(Rehearsal.luma(picture, 70, 70)).isEqualTo(RED_LUMA);
                }
            }
            assertThat(waiting).hasSize(1);
            waiting.forEach(Runnable::run);
            try (VideoFrame picture = rehearsal.at(10)) {
                assertThat(Rehearsal.luma(picture, 70, 70)).isEqualTo(235);
            }
        }
    }

    @Test
    void compose_manyChangesWhileThePainterHangs_paintsTheNewestOnly() {
        List<Runnable> waiting = new ArrayList<>();
        try (Rehearsal rehearsal = new Rehearsal(
                painter, waiting::add, Feeds.MAIN_ONLY, scene("one", camera(), shape("box", RED, 60, 60, 20, 20)))) {
            for (int tick = 0; tick < 20; tick++) {
                rehearsal.change(scene("one", camera(), shape("box", 0xff000000 + tick, 60, 60, 20, 20)));
                rehearsal.at(tick).close();
            }
            waiting.forEach(Runnable::run);
            assertThat(painter.painted()).hasSize(1);
        }
    }

    @Test
    void compose_nextScene_isPaintedBeforeItIsTaken() {
        try (Rehearsal rehearsal = new Rehearsal(
                painter, scene("one", camera()), scene("two", camera(), shape("box", RED, 60, 60, 20, 20)))) {
            rehearsal.preview("two");
            rehearsal.at(0).close();
            rehearsal.take("two", Transition.CUT, 1);
            try (VideoFrame picture = rehearsal.at(1)) {
                assertThat(Rehearsal.luma(picture, 70, 70)).isEqualTo(RED_LUMA);
            }
        }
    }

    @Test
    void compose_clock_isPaintedOnceASecondAndInTime() {
        Layer clock = Layer.of(
                "clock",
                "",
                new Content.Clock("", "", Content.ClockStyle.HOURS_MINUTES_SECONDS),
                Placement.of(Rehearsal.pixels(10, 10, 60, 20)));
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", camera(), clock))) {
            for (int tick = 0; tick < 300; tick++) {
                rehearsal.at(tick).close();
                rehearsal.wallPasses(33);
            }
            assertThat(painter.painted()).hasSizeBetween(10, 12);
        }
    }

    @Test
    void compose_everythingStands_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        Layer ticker = Layer.of(
                "ticker", "", new Content.Ticker(List.of("a"), 6), Placement.of(Rehearsal.pixels(0, 160, 320, 20)));
        Layer third = shape("third", 0xc0ff0000, 20, 120, 101, 31);
        Layer inset = Rehearsal.source(Content.Source.MAIN, new Box(0.6, 0.1, 0.3, 0.3))
                .withId("inset");
        try (Rehearsal rehearsal = new Rehearsal(
                painter, scene("one", camera(), inset.withLook(inset.look().withCornerRadius(0.05)), third, ticker))) {
            for (int tick = 0; tick < 3_000; tick++) {
                rehearsal.at(tick).close();
            }
            long before = threads.getThreadAllocatedBytes(thread);
            for (int tick = 3_000; tick < 4_000; tick++) {
                rehearsal.at(tick).close();
            }
            // Less than the smallest object for each: the virtual machine allocates for itself at times.
            assertThat((threads.getThreadAllocatedBytes(thread) - before) / 1_000)
                    .isLessThan(16);
        }
    }

    @Test
    void compose_animationOfALayer_beginsWhenItIsSeenAndEndsInTime() {
        Animation fade = new Animation(Animation.Kind.FADE, 1_000, Animation.Ease.LINEAR, Animation.Edge.LEFT);
        Layer box = shape("box", RED, 60, 60, 64, 64).withAnimations(fade, fade);
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", camera(), box.withShown(false)))) {
            rehearsal.at(0).close();
            rehearsal.change(scene("one", camera(), box));
            rehearsal.at(9).close();
            rehearsal.at(10).close();
            try (VideoFrame half = rehearsal.at(25)) {
                assertThat(Rehearsal.luma(half, 80, 80)).isCloseTo((RED_LUMA + Rehearsal.GREY) / 2, within(2));
            }
            try (VideoFrame there = rehearsal.at(41)) {
                assertThat(Rehearsal.luma(there, 80, 80)).isEqualTo(RED_LUMA);
            }
            rehearsal.change(scene("one", camera(), box.withShown(false)));
            rehearsal.at(50).close();
            try (VideoFrame half = rehearsal.at(65)) {
                assertThat(Rehearsal.luma(half, 80, 80)).isCloseTo((RED_LUMA + Rehearsal.GREY) / 2, within(2));
            }
            try (VideoFrame gone = rehearsal.at(81)) {
                assertThat(gone.buffer()).isSameAs(rehearsal.source().buffer());
            }
        }
    }

    @Test
    void compose_ticker_movesTheSameNumberOfPixelsEachPicture() {
        Layer ticker = Layer.of(
                "ticker", "", new Content.Ticker(List.of("a"), 6), Placement.of(Rehearsal.pixels(0, 140, 320, 40)));
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", camera(), ticker))) {
            rehearsal.settled(0).close();
            int[] before = row(rehearsal, 1);
            for (int tick = 2; tick < 100; tick++) {
                int[] now = row(rehearsal, tick);
                for (int x = 0; x < 316; x++) {
                    assertThat(now[x]).isEqualTo(before[x + 4]);
                }
                before = now;
            }
        }
    }

    private static int[] row(Rehearsal rehearsal, int tick) {
        try (VideoFrame picture = rehearsal.at(tick)) {
            int[] row = new int[320];
            for (int x = 0; x < row.length; x++) {
                row[x] = Rehearsal.luma(picture, x, 150);
            }
            return row;
        }
    }

    @Test
    void compose_sourceWithoutAPicture_isADarkBox() {
        Layer other = Rehearsal.source("camera:gone", new Box(0.25, 0.25, 0.5, 0.5));
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", camera(), other));
                VideoFrame picture = rehearsal.at(0)) {
            assertThat(Rehearsal.luma(picture, 160, 90)).isLessThan(45);
            assertThat(Rehearsal.luma(picture, 10, 10)).isEqualTo(Rehearsal.GREY);
        }
    }

    @Test
    void compose_sourceWithoutAPicture_saysWhyInItsBoxUntilOneComes() {
        Layer other =
                Rehearsal.source("camera:gone", new Box(0.25, 0.25, 0.5, 0.5)).withName("Guest");
        String[] words = {"Not found"};
        VideoFrame[] guest = {null};
        Feeds feeds = new Feeds() {
            @Override
            public @Nullable VideoFrame newest(String source, VideoFrame main) {
                return source.equals("main") ? main.retain() : guest[0] == null ? null : guest[0].retain();
            }

            @Override
            public String words(String source) {
                return words[0];
            }
        };
        try (Rehearsal rehearsal = new Rehearsal(painter, Runnable::run, feeds, scene("one", camera(), other))) {
            try (VideoFrame picture = rehearsal.settled(0)) {
                assertThat(painter.painted()).contains("other-slate", "other-slate-name", "other-slate-words");
                assertThat(Rehearsal.luma(picture, 100, 60)).isEqualTo(BRAND_LUMA);
                assertThat(Rehearsal.luma(picture, 10, 10)).isEqualTo(Rehearsal.GREY);
            }
            guest[0] = rehearsal.source();
            words[0] = "";
            try (VideoFrame picture = rehearsal.at(1)) {
                assertThat(Rehearsal.luma(picture, 100, 60)).isEqualTo(Rehearsal.GREY);
            }
        }
    }

    @Test
    void compose_deskFails_showsTheFormerPictureAgain() {
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", camera(), shape("box", RED, 60, 60, 20, 20)))) {
            rehearsal.settled(0).close();
            rehearsal.take("nowhere", Transition.CUT, 1);
            try (VideoFrame picture = rehearsal.at(1)) {
                assertThat(Rehearsal.luma(picture, 70, 70)).isEqualTo(RED_LUMA);
                assertThat(Objects.requireNonNull(picture).ptsNanos()).isEqualTo(Rehearsal.PERIOD_NANOS);
            }
        }
    }
}
