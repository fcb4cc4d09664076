package liveroom.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import liveroom.app.studio.StudioException;
import liveroom.app.studio.StudioPipeline;
import liveroom.bench.chain.Chromium;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.VideoFrame;

/// How steadily the program's pictures come, at a sink of the program, while they are encoded for a recording and for
/// one viewer. Jitter is how far the time between two pictures is from a thirtieth of a second.
final class CadenceBench {
    private static final int SETTLE_MILLIS = 10_000;
    private static final int WATCH_MILLIS = 30_000;
    private static final double PERIOD_MILLIS = 1000.0 / 30;

    private CadenceBench() {}

    static List<Figure> run() {
        try {
            Path home = Files.createTempDirectory("liveroom-cadence");
            try (StudioPipeline studio = TestStudio.open(home);
                    Chromium chromium = Chromium.start(Map.of())) {
                studio.goLive();
                studio.startRecording(home.resolve("show.mkv"));
                Page page = chromium.open();
                page.navigate(studio.links().getFirst().uri().toString());
                page.locator("html[data-state=live]").waitFor();
                page.waitForTimeout(SETTLE_MILLIS);
                Arrivals arrivals = new Arrivals();
                studio.addPreview(arrivals);
                page.waitForTimeout(WATCH_MILLIS);
                studio.removePreview(arrivals);
                Percentiles jitter = new Percentiles(arrivals.jitterMillis());
                return List.of(
                        Figure.of("program cadence jitter, p50", jitter.at(50), "ms"),
                        new Figure("program cadence jitter, p99", jitter.at(99), "ms", 4));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (StudioException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /// Notes when each picture comes. Written on the `program` thread.
    private static final class Arrivals implements FrameSink<VideoFrame> {
        private final AtomicLongArray nanos = new AtomicLongArray(100_000);
        private volatile int count;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
        public boolean offer(VideoFrame frame) {
            if (count < nanos.length()) {
                nanos.set(count, System.nanoTime());
                count++;
            }
            return true;
        }

        List<Double> jitterMillis() {
            List<Double> jitter = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                jitter.add(Math.abs((nanos.get(i) - nanos.get(i - 1)) / 1e6 - PERIOD_MILLIS));
            }
            return jitter;
        }
    }
}
