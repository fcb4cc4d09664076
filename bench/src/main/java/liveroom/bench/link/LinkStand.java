package liveroom.bench.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.WideAreaLink;
import liveroom.bench.fanout.BusyFilm;
import liveroom.bench.fanout.Crowd;
import liveroom.bench.fanout.Lane;
import liveroom.bench.fanout.TrackCount;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowFile;

/// A studio at one end of an emulated link. Its show is a film that takes all the bits there are, above
/// the time code of the test source. Runs in the root of a checkout, as root, on Linux; confined to one
/// thread.
final class LinkStand implements AutoCloseable {
    private static final Path EMULATOR = Path.of("bench/wan");
    private static final double ABOVE_THE_TIME_CODE = 0.9;

    private final Lane lane;
    private final Path files;
    private final WideAreaLink link;
    private final LiveStudio studio;

    private LinkStand(Lane lane, Path files, WideAreaLink link, LiveStudio studio) {
        this.lane = lane;
        this.files = files;
        this.link = link;
        this.studio = studio;
    }

    /// Opens a studio that is live, and a link of which nothing is known but its delay.
    ///
    /// @param delayMillis one way
    static LinkStand open(Lane lane, double delayMillis) {
        WideAreaLink link = WideAreaLink.start(EMULATOR, "bench", delayMillis, 0);
        try {
            Path files = Files.createTempDirectory("liveroom-link");
            LiveStudio studio = LiveStudio.start(
                    link,
                    List.of(
                            "--video",
                            "test",
                            "--audio",
                            "test",
                            "--max-viewers",
                            "30",
                            "--lane",
                            lane.word(),
                            "--show",
                            busyShow(files).toString()));
            return new LinkStand(lane, files, link, studio);
        } catch (IOException cause) {
            link.close();
            throw new UncheckedIOException(cause);
        } catch (InterruptedException _) {
            link.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static Path busyShow(Path files) throws IOException, InterruptedException {
        Path film = files.resolve("busy.mp4");
        BusyFilm.make(film);
        Layer code = Layer.of(
                "code", "Time code", new Content.Source(Content.Source.MAIN, Content.Key.NONE), Placement.FULL);
        Layer busy = Layer.of(
                "busy",
                "Busy film",
                new Content.Source("file:" + film, Content.Key.NONE),
                Placement.of(new Box(0, 0, 1, ABOVE_THE_TIME_CODE)));
        Path file = files.resolve("show.json");
        Scene scene = new Scene("scene", "Busy", List.of(code, busy));
        new ShowFile(file).write(new Show("Busy", "nocturne", List.of(scene), List.of()));
        return file;
    }

    WideAreaLink link() {
        return link;
    }

    LiveStudio studio() {
        return studio;
    }

    /// Viewers at the studio's own end of the link, who have all had a picture.
    Crowd neighbours(int count) throws IOException {
        Crowd crowd = Crowd.start(link::onHost, studio.link(), lane, TrackCount.Marks.TIME_CODE);
        crowd.grow(count);
        return crowd;
    }

    /// A browser at the far end.
    Chromium browser() {
        return Chromium.start(link, studio.link(), files);
    }

    @Override
    public void close() {
        studio.close();
        link.close();
        try (var paths = Files.list(files)) {
            for (Path path : paths.toList()) {
                Files.delete(path);
            }
            Files.delete(files);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
