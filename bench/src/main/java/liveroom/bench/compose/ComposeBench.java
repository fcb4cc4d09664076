package liveroom.bench.compose;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import liveroom.bench.Figure;
import liveroom.capture.media.VideoFrame;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.MultisetStatistics;

/// What a dressed picture costs, beside FFmpeg's filters doing the same: JMH's rounds of [DressedPicture], in turns,
/// and how far the two pictures are from one another.
public final class ComposeBench {
    private static final int ROUNDS = 3;
    private static final int COMPARED = 20;
    private static final double GOAL_MILLIS = 3;
    private static final String HEAP = "gc.alloc.rate.norm";

    /// Benchmarks of the filters, and what their figures are called.
    private static final List<Map.Entry<String, String>> FILTERS = List.of(
            Map.entry("filtersCopyingOnce", "filters, one copy"),
            Map.entry("filters", "filters, two copies"),
            Map.entry("filtersAllChanging", "filters, a copy for each graphic"),
            Map.entry("filtersAllThreads", "filters, two copies, all threads"));

    private final Map<String, MultisetStatistics> millis = new HashMap<>();
    private final Map<String, MultisetStatistics> heapBytes = new HashMap<>();

    private ComposeBench() {}

    /// Takes a minute and a half; JMH tells on the standard error how it goes on.
    public static List<Figure> run() {
        ComposeBench bench = new ComposeBench();
        Options options = new OptionsBuilder()
                .include(Pattern.quote(DressedPicture.class.getName()))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
        OutputFormat progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                new Runner(options, progress).run().forEach(bench::add);
            }
        } catch (RunnerException cause) {
            throw new IllegalStateException(cause);
        }
        return bench.figures();
    }

    private void add(RunResult result) {
        String name = result.getPrimaryResult().getLabel();
        add(millis, name, result.getPrimaryResult());
        add(heapBytes, name, Objects.requireNonNull(result.getSecondaryResults().get(HEAP)));
    }

    private static void add(Map<String, MultisetStatistics> all, String name, Result<?> result) {
        MultisetStatistics sum = all.computeIfAbsent(name, _ -> new MultisetStatistics());
        result.getStatistics().getRawData().forEachRemaining(entry -> sum.addValue(entry.getKey(), entry.getValue()));
    }

    private List<Figure> figures() {
        double mine = millis("compositor", 50);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("dressed picture, 720p, p50", mine, "ms", GOAL_MILLIS));
        figures.add(new Figure("dressed picture, 720p, p99", millis("compositor", 99), "ms", GOAL_MILLIS));
        for (Map.Entry<String, String> chain : FILTERS) {
            String name = chain.getKey();
            String words = chain.getValue();
            double filters = millis(name, 50);
            figures.add(Figure.of(words + ", p50", filters, "ms"));
            figures.add(Figure.of(words + ", p99", millis(name, 99), "ms"));
            figures.add(Figure.of(words + ", ratio", filters / mine, "times"));
        }
        figures.add(Figure.of("difference of luma between the two, mean", difference(), "codes"));
        figures.add(new Figure("heap for a picture, nothing painted", heapBytes("standingScene"), "bytes", 0));
        figures.add(Figure.of("heap for a picture, painting included", heapBytes("compositor"), "bytes"));
        return figures;
    }

    private double millis(String name, int percent) {
        return Objects.requireNonNull(millis.get(name)).getPercentile(percent);
    }

    /// The median of all iterations: in the last of each virtual machine JMH takes some heap for itself.
    private double heapBytes(String name) {
        return Objects.requireNonNull(heapBytes.get(name)).getPercentile(50);
    }

    /// The mean difference of luma between the two above the ticker, whose place depends on when it was
    /// painted; in code values.
    private static double difference() {
        try (DressedShow show = new DressedShow(DressedShow.Course.LIVELY, Runnable::run);
                FilterChain chain = new FilterChain(DressedScene.camera(), Overlays.CLOCK_ON_TOP, 1)) {
            for (int i = 0; i < 2 * DressedShow.SLIDE_PICTURES; i++) {
                show.next().close();
                chain.next();
            }
            double sum = 0;
            for (int i = 0; i < COMPARED; i++) {
                sum += differenceOfNext(show, chain);
            }
            return sum / COMPARED;
        }
    }

    private static double differenceOfNext(DressedShow show, FilterChain chain) {
        int width = DressedScene.FORMAT.width();
        long sum = 0;
        try (VideoFrame mine = show.next()) {
            if (!chain.next()) {
                throw new IllegalStateException("the filters keep pictures back");
            }
            AVFrame other = chain.result();
            for (int y = 0; y < DressedScene.TICKER_TOP; y++) {
                for (int x = 0; x < width; x++) {
                    int a = mine.pixels().get(ValueLayout.JAVA_BYTE, (long) y * width + x) & 0xff;
                    int b = other.data(0).get((long) y * other.linesize(0) + x) & 0xff;
                    sum += Math.abs(a - b);
                }
            }
        }
        return (double) sum / (width * DressedScene.TICKER_TOP);
    }
}
