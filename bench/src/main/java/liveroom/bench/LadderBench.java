package liveroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liveroom.bench.fanout.BusyFilm;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.program.Compositor;
import liveroom.capture.program.ProgramVideo;
import liveroom.capture.source.SourceDeck;
import liveroom.capture.source.SourceSpec;
import liveroom.encoder.AccessUnit;
import liveroom.encoder.AccessUnit.Picture;
import liveroom.encoder.ProgramEncoder;
import liveroom.encoder.Rung;

/// How large keyframes and other access units of each rung are, and how long a rung takes for a picture, with all rungs
/// in use and a keyframe asked for twice a second, which makes one a second.
final class LadderBench {
    private static final VideoFormat FORMAT = new VideoFormat(1280, 720);
    private static final int FPS = 30;
    private static final int KBPS = 2500;
    private static final int HALF_SECONDS = 40;

    private LadderBench() {}

    static List<Figure> runBusy() {
        try {
            Path film = Files.createTempFile("liveroom-busy", ".mp4");
            try {
                BusyFilm.make(film);
                return run(new SourceSpec.MediaFile(film));
            } finally {
                Files.delete(film);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    static List<Figure> run(SourceSpec source) {
        StudioClock clock = StudioClock.SYSTEM;
        try (ProgramEncoder encoder = new ProgramEncoder(FORMAT, FPS, KBPS, clock);
                ProgramVideo program = new ProgramVideo(FORMAT, FPS, clock, Compositor.SOURCE_ONLY, encoder.video());
                SourceDeck deck =
                        new SourceDeck(FORMAT, FPS, clock, program.input(), _ -> true, (_, status) -> status + "")) {
            List<Sizes> sizes = encoder.rungs().stream().map(_ -> new Sizes()).toList();
            deck.select(source, new SourceSpec.None());
            program.start();
            encoder.rungs().forEach(rung -> encoder.addVideo(rung, sizes.get(rung.index())::add));
            for (int i = 0; i < HALF_SECONDS; i++) {
                clock.sleepUntil(clock.nanos() + 500_000_000);
                encoder.rungs().forEach(encoder::requestKeyframe);
            }
            sizes.forEach(Sizes::end);
            return encoder.rungFigures().stream()
                    .flatMap(
                            figures -> sizes
                                    .get(figures.rung().index())
                                    .figures(figures.rung(), figures.stats().itemNanosP50() / 1e6)
                                    .stream())
                    .toList();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    /// Written on the rung's thread until it is ended.
    private static final class Sizes {
        private final List<Double> keyframes = new ArrayList<>();
        private final List<Double> others = new ArrayList<>();
        private boolean ended;

        synchronized void end() {
            ended = true;
        }

        synchronized boolean add(AccessUnit unit) {
            return !ended && (unit.picture() == Picture.KEYFRAME ? keyframes : others).add(unit.bytes() / 1000.0);
        }

        List<Figure> figures(Rung rung, double millis) {
            String name = rung.format() + " at " + rung.kbps() + " kbit/s: ";
            Percentiles key = new Percentiles(keyframes);
            Percentiles other = new Percentiles(others);
            return List.of(
                    Figure.of(name + "keyframe, p50", key.at(50), "kB"),
                    Figure.of(name + "keyframe, p100", key.at(100), "kB"),
                    Figure.of(name + "other, p50", other.at(50), "kB"),
                    Figure.of(name + "other, p95", other.at(95), "kB"),
                    Figure.of(name + "time, p50", millis, "ms"));
        }
    }
}
