package liveroom.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import liveroom.bench.chain.HeadlessStudio;
import liveroom.bench.chain.Monotonic;

/// What the studio costs while it is live and nobody watches.
final class IdleBench {
    private static final int SETTLE_SECONDS = 10;
    private static final int WATCH_SECONDS = 30;

    private IdleBench() {}

    static List<Figure> run() {
        try (HeadlessStudio studio =
                HeadlessStudio.start(Map.of(), List.of(), List.of("--video", "test", "--audio", "test"))) {
            pause(SETTLE_SECONDS);
            double from = Monotonic.millis();
            pause(WATCH_SECONDS);
            Percentiles cpu = new Percentiles(studio.figures().stream()
                    .filter(line -> line.atMillis() > from)
                    .map(line -> line.json().path("cpuPercent").doubleValue())
                    .toList());
            return List.of(new Figure("CPU without a viewer, p50", cpu.at(50), "%", 60));
        }
    }

    private static void pause(int seconds) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
