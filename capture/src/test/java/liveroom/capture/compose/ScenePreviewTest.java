package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.Compositor;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import org.junit.jupiter.api.Test;

final class ScenePreviewTest {
    private static final int WHITE = 235;

    private final FramePool pool = new FramePool(Rehearsal.FORMAT.bytes(), 4);
    private final DeskState state = new DeskState(
            0,
            new Show(
                    "show",
                    "kit",
                    List.of(
                            Rehearsal.scene("one", Rehearsal.camera()),
                            Rehearsal.scene(
                                    "two", Rehearsal.camera(), Rehearsal.shape("box", 0xffffffff, 60, 60, 40, 40))),
                    List.of()),
            "one",
            "two",
            new DeskState.Change("one", Transition.CUT, 0),
            0,
            false,
            false);
    private final Paintings paintings =
            new Paintings(new FlatPainter(), Rehearsal.FORMAT, Runnable::run, InstantSource.system());

    private ScenePreview preview() {
        return new ScenePreview(() -> state, () -> Rehearsal.kit(0), paintings, Feeds.MAIN_ONLY, StudioClock.SYSTEM);
    }

    @Test
    void add_somebodyWatches_getsTheNextSceneWithTheMainSource() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        try (ScenePreview preview = preview();
                VideoFrame source = new VideoFrame(Rehearsal.FORMAT, 0, Objects.requireNonNull(pool.tryLend()))) {
            Rehearsal.paint(source, Rehearsal.GREY, 128, 128);
            Compositor program = preview.beside(Compositor.SOURCE_ONLY);
            FrameSink<VideoFrame> sink = picture -> {
                boolean dressed = Rehearsal.luma(picture, 80, 80) == WHITE;
                if (dressed && Rehearsal.luma(picture, 10, 10) == Rehearsal.GREY) {
                    seen.countDown();
                }
                return true;
            };
            preview.add(sink);
            program.compose(source, 0).close();
            assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
            preview.remove(sink);
        }
        assertThat(pool.lent()).isZero();
        assertThat(paintings.size()).isZero();
    }

    @Test
    void remove_nobodyWatches_composesNothingAndHoldsNothing() throws InterruptedException {
        AtomicInteger pictures = new AtomicInteger();
        CountDownLatch some = new CountDownLatch(3);
        try (ScenePreview preview = preview();
                VideoFrame source = new VideoFrame(Rehearsal.FORMAT, 0, Objects.requireNonNull(pool.tryLend()))) {
            Compositor program = preview.beside(Compositor.SOURCE_ONLY);
            program.compose(source, 0).close();
            FrameSink<VideoFrame> sink = _ -> {
                pictures.incrementAndGet();
                some.countDown();
                return true;
            };
            preview.add(sink);
            assertThat(some.await(20, TimeUnit.SECONDS)).isTrue();
            preview.remove(sink);
            preview.close();
            int before = pictures.get();
            program.compose(source, 1).close();
            assertThat(pictures.get()).isEqualTo(before);
        }
        assertThat(pool.lent()).isZero();
    }
}
