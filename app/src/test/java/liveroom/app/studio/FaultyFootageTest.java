package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Films that layers of the scene on air name and that are not as they should be.
class FaultyFootageTest {
    private static final int PICTURES = 10;
    private static final long PATIENCE_SECONDS = 60;
    private static final Paint PAINT = new Paint.Role(ColourRole.PRIMARY);

    @TempDir
    private Path home;

    enum Fault {
        MISSING,
        EMPTY,
        NO_FILM,
        HUGE
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(180)
    void film_onAir_isToldByItsNameAndTheShowGoesOn(Fault fault) throws Exception {
        Path film = file(fault);
        Settings fresh = Settings.fresh(StudioHome.of(Optional.of(home)));
        Settings settings = fresh.withInputs(fresh.inputs().withVideo("test").withAudio("test"))
                .withNetwork(fresh.network().withPort(0));
        try (StudioPipeline studio = StudioPipeline.open(settings, _ -> {})) {
            String scene = studio.desk().state().programId();
            studio.desk()
                    .perform(
                            new ShowCommand.All(List.of(
                                    add(scene, "film", new Content.Source("file:" + film, Content.Key.NONE)),
                                    add(scene, "loop", new Content.Background(PAINT, PAINT, 0, film.toString())))),
                            "host");

            awaitNotice(studio, "film.mp4");
            awaitPictures(studio);
        }
        assertThat(FramePool.lentByAll()).isZero();
    }

    /// None of them is there, which does not matter: eight are tried all the same.
    @Test
    @Timeout(180)
    void films_moreThanCanBeOpen_theHostIsToldWhichStaysClosed() throws Exception {
        Settings fresh = Settings.fresh(StudioHome.of(Optional.of(home)));
        Settings settings = fresh.withInputs(fresh.inputs().withVideo("test").withAudio("test"))
                .withNetwork(fresh.network().withPort(0));
        try (StudioPipeline studio = StudioPipeline.open(settings, _ -> {})) {
            String scene = studio.desk().state().programId();
            List<ShowCommand.Single> films = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                String film = "file:" + home.resolve(i + ".mp4");
                films.add(add(scene, "film-" + i, new Content.Source(film, Content.Key.NONE)));
            }
            studio.desk().perform(new ShowCommand.All(films), "host");

            awaitNotice(studio, "0.mp4” in the show: The file stays closed, since eight others are open");
        }
        assertThat(FramePool.lentByAll()).isZero();
    }

    private static ShowCommand.Single add(String scene, String id, Content content) {
        Layer layer = Layer.of(id, id, content, Placement.of(new Box(0.1, 0.1, 0.3, 0.3)));
        return new ShowCommand.AddLayer(scene, layer, 0);
    }

    private Path file(Fault fault) throws IOException {
        Path film = home.resolve("film.mp4");
        switch (fault) {
            case MISSING -> {}
            case EMPTY -> Files.createFile(film);
            case NO_FILM -> Files.writeString(film, "a shopping list");
            case HUGE -> {
                try (RandomAccessFile sparse = new RandomAccessFile(film.toFile(), "rw")) {
                    sparse.setLength(5L << 30);
                }
            }
        }
        return film;
    }

    private static void awaitNotice(StudioPipeline studio, String words) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (studio.notices().stream().noneMatch(notice -> notice.text().contains(words))) {
            assertThat(System.nanoTime()).as("%s", studio.notices()).isLessThan(deadline);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static void awaitPictures(StudioPipeline studio) throws InterruptedException {
        CountDownLatch pictures = new CountDownLatch(PICTURES);
        FrameSink<VideoFrame> eyes = _ -> {
            pictures.countDown();
            return true;
        };
        studio.addPreview(eyes);
        assertThat(pictures.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        studio.removePreview(eyes);
    }
}
