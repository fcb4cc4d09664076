package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.BrandKitReader;
import liveroom.capture.brand.StudioFonts;
import liveroom.capture.graphics.BrandPainter;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.DeskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in for a missing picture, in each of the kits that ship.
final class SlatePartTest {
    private static final VideoFormat FORMAT = new VideoFormat(640, 360);
    private static final Path ASSETS = Path.of("../assets");

    private static final Feeds MISSING = new Feeds() {
        @Override
        public @Nullable VideoFrame newest(String source, VideoFrame main) {
            return source.equals("main") ? main.retain() : null;
        }

        @Override
        public String words(String source) {
            return source.equals("camera:desk") ? "Opening…" : "Not found";
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"daylight", "nocturne", "atelier"})
    void draw_noPicture_looksAsItShould(String name) throws BrandException, IOException {
        BrandKit kit = BrandKitReader.readFolder(ASSETS.resolve("kits").resolve(name));
        BrandPainter painter = new BrandPainter(new StudioFonts(ASSETS.resolve("fonts")));
        Layer guest = Rehearsal.source("camera:guest", new Box(0.05, 0.1, 0.45, 0.5))
                .withId("guest")
                .withName("Guest");
        Layer desk =
                Rehearsal.source("camera:desk", new Box(0.55, 0.1, 0.4, 0.3)).withName("Camera above the desk");
        Layer tall = Rehearsal.source("camera:tall", new Box(0.78, 0.45, 0.17, 0.5))
                .withId("tall")
                .withName("Phone");
        DeskState state =
                Rehearsal.showing(Rehearsal.scene("one", Rehearsal.camera(), guest, round(desk), round(tall)));
        Paintings paintings = new Paintings(painter, FORMAT, Runnable::run, () -> Instant.EPOCH);
        FramePool pool = new FramePool(FORMAT.bytes(), 1);
        try (SceneCompositor compositor = new SceneCompositor(() -> state, () -> kit, paintings, MISSING, 30);
                VideoFrame source = new VideoFrame(FORMAT, 0, Objects.requireNonNull(pool.tryLend()))) {
            Rehearsal.paint(source, Rehearsal.GREY, 128, 128);
            compositor.compose(source, 0).close();
            try (VideoFrame picture = compositor.compose(source, 1)) {
                Golden.assertLooksLike("missing-" + name, picture);
            }
        }
        assertThat(paintings.size()).isZero();
    }

    private static Layer round(Layer layer) {
        return layer.withLook(layer.look().withCornerRadius(0.03));
    }
}
