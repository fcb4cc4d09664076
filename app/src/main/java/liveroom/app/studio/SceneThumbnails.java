package liveroom.app.studio;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.compose.SceneStills;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Scene;
import liveroom.capture.show.DeskState;
import org.jspecify.annotations.Nullable;

/// Small pictures of the show's scenes, each made when somebody asks and it has changed or is some seconds old, one
/// after another, and kept while its scene is in the show. Free-threaded; whoever asks waits, three seconds at most.
final class SceneThumbnails implements ScenePictures, AutoCloseable {
    private static final int WIDTH = 320;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PATIENCE_MILLIS = 3_000;
    /// Between two of them, so that a show with many scenes leaves the processor to the program.
    private static final long REST_MILLIS = 50;

    private final Supplier<DeskState> desk;
    private final Supplier<BrandKit> brand;
    private final SceneStills stills;
    private final StudioClock clock;
    private final JpegMaker maker = new JpegMaker(WIDTH);
    private final Map<String, Made> known = new HashMap<>();
    private final Semaphore turn = new Semaphore(1, true);
    private boolean closed;

    /// One that has been made.
    private static final class Made {
        private final Scene scene;
        private final BrandKit kit;
        private final byte[] jpeg;
        private final long nanos;

        Made(Scene scene, BrandKit kit, byte[] jpeg, long nanos) {
            this.scene = scene;
            this.kit = kit;
            this.jpeg = jpeg;
            this.nanos = nanos;
        }
    }

    SceneThumbnails(Supplier<DeskState> desk, Supplier<BrandKit> brand, SceneStills stills, StudioClock clock) {
        this.desk = desk;
        this.brand = brand;
        this.stills = stills;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> jpegOf(String sceneId) {
        try {
            if (!turn.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return closed ? Optional.empty() : made(sceneId).map(made -> made.jpeg.clone());
            } finally {
                turn.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Made> made(String sceneId) throws InterruptedException {
        DeskState now = desk.get();
        known.keySet().removeIf(id -> now.show().scene(id).isEmpty());
        Scene scene = now.show().scene(sceneId).orElse(null);
        if (scene == null) {
            return Optional.empty();
        }
        BrandKit kit = brand.get();
        Made before = known.get(sceneId);
        if (before != null && isFresh(before, scene, kit)) {
            return Optional.of(before);
        }
        Made fresh = make(scene, kit);
        if (fresh != null) {
            known.put(sceneId, fresh);
        }
        return Optional.ofNullable(fresh == null ? before : fresh);
    }

    private boolean isFresh(Made before, Scene scene, BrandKit kit) {
        boolean young = clock.nanos() - before.nanos < FRESH_NANOS;
        return young && before.scene.equals(scene) && before.kit.equals(kit);
    }

    private @Nullable Made make(Scene scene, BrandKit kit) throws InterruptedException {
        try (VideoFrame picture = stills.picture(scene)) {
            if (picture == null) {
                return null;
            }
            byte[] jpeg = maker.jpeg(picture);
            Thread.sleep(REST_MILLIS);
            return new Made(scene, kit, jpeg, clock.nanos());
        }
    }

    /// Waits for one that is being made.
    @Override
    public void close() {
        turn.acquireUninterruptibly();
        try {
            if (!closed) {
                closed = true;
                maker.close();
            }
        } finally {
            turn.release();
        }
    }
}
