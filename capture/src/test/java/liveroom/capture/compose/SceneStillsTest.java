package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.Compositor;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SceneStillsTest {
    private static final int WHITE = 235;
    private static final int BLACK = 16;

    private final FramePool pool = new FramePool(Rehearsal.FORMAT.bytes(), 4);
    private final Scene scene =
            Rehearsal.scene("two", Rehearsal.camera(), Rehearsal.shape("box", 0xffffffff, 60, 60, 40, 40));

    private Paintings paintings(Executor executor) {
        return new Paintings(new FlatPainter(), Rehearsal.FORMAT, executor, InstantSource.system());
    }

    private static SceneStills stills(Paintings paintings) {
        return new SceneStills(() -> Rehearsal.kit(0), paintings, Feeds.MAIN_ONLY, StudioClock.SYSTEM);
    }

    @Test
    void picture_hasTheGraphicsAndTheMainSource_andHoldsNothingAfterwards() throws Exception {
        Paintings paintings = paintings(Runnable::run);
        try (SceneStills stills = stills(paintings);
                VideoFrame source = new VideoFrame(Rehearsal.FORMAT, 0, Objects.requireNonNull(pool.tryLend()))) {
            Rehearsal.paint(source, Rehearsal.GREY, 128, 128);
            Compositor program = stills.beside(Compositor.SOURCE_ONLY);
            CompletableFuture<int[]> lumas = CompletableFuture.supplyAsync(() -> lumas(stills));
            while (!lumas.isDone()) {
                program.compose(source, 0).close();
                TimeUnit.MILLISECONDS.sleep(5); // as a program's pacer would
            }
            assertThat(lumas.get()).containsExactly(WHITE, Rehearsal.GREY);
        }
        assertThat(pool.lent()).isZero();
        assertThat(paintings.size()).isZero();
    }

    private int[] lumas(SceneStills stills) {
        try (VideoFrame picture = Objects.requireNonNull(stills.picture(scene))) {
            return new int[] {Rehearsal.luma(picture, 80, 80), Rehearsal.luma(picture, 10, 10)};
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void picture_programStands_isMadeOverBlack() throws Exception {
        try (SceneStills stills = stills(paintings(Runnable::run))) {
            assertThat(lumas(stills)).containsExactly(WHITE, BLACK);
        }
    }

    @Test
    void picture_nothingIsPainted_comesWithoutGraphics_insteadOfHanging() throws Exception {
        List<Runnable> never = new ArrayList<>();
        try (SceneStills stills = stills(paintings(never::add))) {
            assertThat(lumas(stills)).containsExactly(BLACK, BLACK);
        }
        assertThat(never).isNotEmpty();
    }

    @Test
    void picture_sourceThatIsClosed_hasAPlateInItsPlace() throws Exception {
        Feeds closed = new Feeds() {
            @Override
            public @Nullable VideoFrame newest(String source, VideoFrame main) {
                return source.equals(Content.Source.MAIN) ? main.retain() : null;
            }

            @Override
            public String words(String source) {
                return source.equals(Content.Source.MAIN) ? "" : "Closed";
            }
        };
        Scene guests = Rehearsal.scene(
                "guests", Rehearsal.camera(), Rehearsal.source("camera:guest", Rehearsal.pixels(60, 40, 200, 100)));
        List<Runnable> later = new CopyOnWriteArrayList<>();
        Paintings paintings = paintings(task -> {
            later.add(task);
            Thread.ofVirtual().start(task);
        });
        try (SceneStills stills =
                        new SceneStills(() -> Rehearsal.kit(0xffffff), paintings, closed, StudioClock.SYSTEM);
                VideoFrame picture = Objects.requireNonNull(stills.picture(guests))) {
            int plate = Rehearsal.luma(picture, 70, 50);
            assertThat(plate).isNotEqualTo(Rehearsal.luma(picture, 10, 10));
            assertThat(later).hasSize(3); // the plate, the name, and what is the matter
        }
        assertThat(paintings.size()).isZero();
    }

    @Test
    void program_nobodyAsks_isNotHeld() {
        try (SceneStills stills = stills(paintings(Runnable::run));
                VideoFrame source = new VideoFrame(Rehearsal.FORMAT, 0, Objects.requireNonNull(pool.tryLend()))) {
            stills.beside(Compositor.SOURCE_ONLY).compose(source, 0).close();
        }
        assertThat(pool.lent()).isZero();
    }
}
