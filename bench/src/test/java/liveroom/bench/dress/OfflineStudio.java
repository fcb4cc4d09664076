package liveroom.bench.dress;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.Brands;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.compose.Feeds;
import liveroom.capture.compose.Paintings;
import liveroom.capture.compose.SceneCompositor;
import liveroom.capture.graphics.BrandPainter;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.PictureScaler;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;

/// Composes scenes outside of any studio, with grey cameras, at whatever time it likes. Confined to one thread.
final class OfflineStudio implements AutoCloseable {
    static final VideoFormat FORMAT = new VideoFormat(1280, 720);
    private static final int FPS = 30;
    /// Between any two of these, every digit of a clock or a countdown changes at least once.
    private static final List<Long> LATER_SECONDS = List.of(0L, 1L, 12L, 75L, 11 * 3600L + 671);

    /// Longer than any animation.
    private static final long BEGUN_NANOS = 15_000_000_000L;
    private static final List<Integer> CAMERA_LUMA = List.of(60, 190);

    private final Brands brands;
    private final BrandPainter painter;
    private final FramePool pool = new FramePool(FORMAT.bytes(), CAMERA_LUMA.size());
    private final List<VideoFrame> cameras = new ArrayList<>();
    private final PictureScaler scaler = new PictureScaler();
    /// Whatever a layer's source is, it moves.
    private final Feeds feeds = (_, main) -> main.retain();

    /// @param home a folder for copies of what ships
    OfflineStudio(Path home) {
        try {
            brands = Brands.open(StudioHome.of(Optional.of(home)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        painter = new BrandPainter(brands.fonts());
        CAMERA_LUMA.forEach(luma -> cameras.add(camera(luma)));
    }

    private VideoFrame camera(int luma) {
        FrameBuffer buffer = Objects.requireNonNull(pool.tryLend());
        buffer.memory().asSlice(0, FORMAT.lumaBytes()).fill((byte) luma);
        buffer.memory().asSlice(FORMAT.lumaBytes()).fill((byte) (luma / 2 + 64));
        return new VideoFrame(FORMAT, 0, buffer);
    }

    /// How the scene on air looks when all that moves has come to rest.
    Golden golden(DeskState state) {
        try {
            BrandKit kit = brands.shelf().open(state.show().brand());
            DeskState.Change cut = new DeskState.Change(state.programId(), Transition.CUT, 0);
            DeskState still = new DeskState(
                    state.revision(), state.show(), state.programId(), state.previewId(), cut, 0, false, false);
            Instant now = Instant.now();
            List<BufferedImage> pictures = new ArrayList<>();
            for (int i = 0; i < LATER_SECONDS.size(); i++) {
                Instant later = now.plusSeconds(LATER_SECONDS.get(i));
                pictures.add(compose(still, kit, later, cameras.get(i % cameras.size()), i));
            }
            return new Golden(pictures);
        } catch (BrandException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private BufferedImage compose(DeskState state, BrandKit kit, Instant now, VideoFrame camera, int turn) {
        Paintings paintings = new Paintings(painter, FORMAT, Runnable::run, () -> now);
        try (SceneCompositor compositor = new SceneCompositor(() -> state, () -> kit, paintings, feeds, FPS)) {
            // Asks for the graphics; has them, and the ticker begins; has run on, each time by something else.
            compositor.compose(camera, 0).close();
            compositor.compose(camera, BEGUN_NANOS).close();
            try (VideoFrame settled = compositor.compose(camera, BEGUN_NANOS * 2 + turn * BEGUN_NANOS / 7)) {
                return image(settled);
            }
        }
    }

    private BufferedImage image(VideoFrame frame) {
        BufferedImage image = new BufferedImage(FORMAT.width(), FORMAT.height(), BufferedImage.TYPE_INT_RGB);
        try (Arena arena = Arena.ofConfined()) {
            int width = FORMAT.width();
            int height = FORMAT.height();
            MemorySegment pixels = arena.allocate((long) width * height * PictureScaler.BYTES_PER_PIXEL);
            scaler.scale(FORMAT, frame.pixels(), pixels, width, height);
            int[] into = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            MemorySegment.copy(pixels, ValueLayout.JAVA_INT_UNALIGNED, 0, into, 0, into.length);
        }
        return image;
    }

    @Override
    public void close() {
        cameras.forEach(VideoFrame::close);
        scaler.close();
    }
}
