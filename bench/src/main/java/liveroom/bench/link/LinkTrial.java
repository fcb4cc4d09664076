package liveroom.bench.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liveroom.bench.Percentiles;
import liveroom.bench.chain.WideAreaLink;
import liveroom.bench.fanout.Crowd;
import tools.jackson.databind.JsonNode;

/// One way in which a link can be bad, and what is asked of the studio then.
enum LinkTrial {
    /// 25 ms each way, nothing lost.
    CALM(25, 0, 0),
    /// 25 ms each way, 1 % lost; told once the studio has settled for that.
    LOSS(25, 1, LinkTrial.SETTLE_SECONDS),
    /// 50 ms each way, 2 % lost from some time on; told from three seconds after it began.
    FAR_LOSS(50, 2, 3),
    /// 25 ms each way; 6,000 kbit/s, 1,000 for twenty seconds, 6,000 again.
    RATE_STEPS(25, 0, 0) {
        @Override
        Map<String, Double> measure(LinkStand stand, Viewing viewer, int seconds) {
            stand.link().rate(6000);
            viewer.rest(SETTLE_SECONDS);
            double top = rungKbps(stand);
            viewer.begin();
            stand.link().rate(1000);
            viewer.rest(NARROW_SECONDS);
            Watched narrow = viewer.end();
            viewer.begin();
            stand.link().rate(6000);
            double back = secondsUntil(stand, viewer, top);
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put(
                    "longest freeze after the first second, ms",
                    narrow.from(narrow.fromMillis() + 1000).longestFreezeMillis());
            figures.put("freeze in the first second, ms", narrow.longestFreezeMillis());
            figures.put("freeze on the way back, ms", viewer.end().longestFreezeMillis());
            figures.put("rung before the fall, kbit/s", top);
            figures.put("back on that rung after, s", back);
            return figures;
        }
    },
    /// 25 ms each way; nothing passes for five seconds.
    CUT(25, 0, 0) {
        @Override
        Map<String, Double> measure(LinkStand stand, Viewing viewer, int seconds) {
            double worst = 0;
            for (int i = 0; i < 3; i++) {
                viewer.rest(SETTLE_SECONDS);
                stand.link().cut();
                viewer.rest(5);
                viewer.begin();
                stand.link().mend();
                viewer.rest(SETTLE_SECONDS);
                worst = Math.max(worst, untilSteadyMillis(viewer.end()));
            }
            return Map.of("picture back after, worst of 3, ms", worst);
        }
    },
    /// Four viewers at the studio's end, one at the other, in turns as in `CALM` and 150 ms away, at 300 kbit/s,
    /// with 5 % lost. Of the turns, which differ by more than the four could notice, the median counts.
    BESIDE(25, 0, 0) {
        @Override
        Map<String, Double> measure(LinkStand stand, Viewing viewer, int seconds) {
            try (Crowd neighbours = stand.neighbours(4)) {
                List<JsonNode> alone = new ArrayList<>();
                List<JsonNode> beside = new ArrayList<>();
                double farRoundTripMillis = 0;
                for (int turn = 0; turn < TURNS; turn++) {
                    impair(stand.link(), 25, 0, 0);
                    viewer.rest(SETTLE_SECONDS);
                    alone.add(neighbours.measure(seconds));
                    impair(stand.link(), 150, 5, 300);
                    beside.add(neighbours.measure(seconds));
                    farRoundTripMillis = longestRoundTripMillis(stand);
                }
                Map<String, Double> figures = new LinkedHashMap<>();
                put(figures, "alone", alone);
                put(figures, "beside it", beside);
                figures.put("the far one: round trip, ms", farRoundTripMillis);
                return figures;
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }

        private static void impair(WideAreaLink link, double delayMillis, double lossPercent, double kbps) {
            link.delay(delayMillis);
            link.loss(lossPercent);
            link.rate(kbps);
        }

        private static double longestRoundTripMillis(LinkStand stand) {
            return stand.studio()
                    .figures()
                    .getLast()
                    .json()
                    .path("perViewer")
                    .valueStream()
                    .mapToDouble(each -> each.path("rttMs").asDouble(0))
                    .max()
                    .orElse(Double.NaN);
        }

        private static void put(Map<String, Double> figures, String when, List<JsonNode> turns) {
            put(figures, when + ": age p50, ms, turn ", turns, "ageMsP50");
            put(figures, when + ": age p95, ms, turn ", turns, "ageMsP95");
            figures.put(when + ": age p95, ms, median", new Percentiles(told(turns, "ageMsP95")).at(50));
            figures.put(when + ": fewest pictures a second", Collections.min(told(turns, "receivedFpsMin")));
        }

        private static void put(Map<String, Double> figures, String name, List<JsonNode> turns, String figure) {
            List<Double> told = told(turns, figure);
            for (int turn = 0; turn < told.size(); turn++) {
                figures.put(name + (turn + 1), told.get(turn));
            }
        }

        private static List<Double> told(List<JsonNode> turns, String figure) {
            return turns.stream().map(each -> each.path(figure).doubleValue()).toList();
        }
    };

    private static final double SETTLE_SECONDS = 10;
    private static final int TURNS = 3;
    private static final double NARROW_SECONDS = 20;
    private static final double PATIENCE_SECONDS = 60;
    private static final int STEADY_PICTURES = 15;

    private final double delayMillis;
    private final double lossPercent;
    private final double reactSeconds;

    LinkTrial(double delayMillis, double lossPercent, double reactSeconds) {
        this.delayMillis = delayMillis;
        this.lossPercent = lossPercent;
        this.reactSeconds = reactSeconds;
    }

    /// One way, from the beginning.
    double delayMillis() {
        return delayMillis;
    }

    /// Impairs the link and tells what came of it: how old pictures are where some of what is sent is lost.
    ///
    /// @param viewer has been watching for a while
    Map<String, Double> measure(LinkStand stand, Viewing viewer, int seconds) {
        stand.link().loss(lossPercent);
        viewer.rest(reactSeconds);
        viewer.begin();
        viewer.rest(seconds);
        return ages(viewer.end());
    }

    private static Map<String, Double> ages(Watched watched) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("capture to pixels p50, ms", watched.ageMillis(50));
        figures.put("capture to pixels p95, ms", watched.ageMillis(95));
        figures.put("pictures a second", watched.fps());
        figures.put("longest freeze, ms", watched.longestFreezeMillis());
        return figures;
    }

    /// When the fifteenth picture was shown that was less than a second old.
    private static double untilSteadyMillis(Watched watched) {
        return watched.pictures().stream()
                .filter(picture -> picture.ageMillis() < 1000)
                .skip(STEADY_PICTURES - 1)
                .findFirst()
                .map(picture -> picture.shownMillis() - watched.fromMillis())
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// Not a number on a lane without rungs.
    private static double rungKbps(LinkStand stand) {
        return stand.studio().figures().getLast().ofViewer("rungKbps").orElse(Double.NaN);
    }

    private static double secondsUntil(LinkStand stand, Viewing viewer, double kbps) {
        for (double seconds = 0; seconds < PATIENCE_SECONDS; seconds++) {
            viewer.rest(1);
            if (rungKbps(stand) >= kbps) {
                return seconds + 1;
            }
        }
        return Double.NaN;
    }
}
