package liveroom.bench.compose;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One dressed picture, by the compositor and by FFmpeg's filters, each in a virtual machine of its own. JMH makes
/// and closes the states.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(1)
public class DressedPicture {
    /// While everything moves, commands are given and graphics are painted.
    @Benchmark
    public void compositor(Lively lively) {
        lively.show.next().close();
    }

    /// While nothing is painted and no command given; not sampled, since samples take heap of their own.
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Measurement(iterations = 3, time = 1)
    public void standingScene(Standing standing) {
        standing.show.next().close();
    }

    /// Returns whether a picture came out.
    @Benchmark
    public boolean filtersCopyingOnce(CopyingOnce filters) {
        return filters.chain.next();
    }

    /// Returns whether a picture came out.
    @Benchmark
    public boolean filters(OneThread filters) {
        return filters.chain.next();
    }

    /// Returns whether a picture came out.
    @Benchmark
    public boolean filtersAllChanging(AllChanging filters) {
        return filters.chain.next();
    }

    /// Returns whether a picture came out.
    @Benchmark
    public boolean filtersAllThreads(AllThreads filters) {
        return filters.chain.next();
    }

    /// A show and who paints for it.
    abstract static class Studio {
        private final ExecutorService easel = Executors.newSingleThreadExecutor();
        final DressedShow show;

        Studio(DressedShow.Course course) {
            show = new DressedShow(course, easel);
        }

        @TearDown(Level.Trial)
        public void close() {
            show.close();
            easel.close();
        }
    }

    @State(Scope.Thread)
    public static class Lively extends Studio {
        public Lively() {
            super(DressedShow.Course.LIVELY);
        }
    }

    @State(Scope.Thread)
    public static class Standing extends Studio {
        public Standing() {
            super(DressedShow.Course.STANDING);
        }
    }

    /// The filters, and the camera that they are given.
    abstract static class Filters {
        final FilterChain chain;

        Filters(Overlays overlays, int threads) {
            chain = new FilterChain(DressedScene.camera(), overlays, threads);
        }

        @TearDown(Level.Trial)
        public void close() {
            chain.close();
        }
    }

    @State(Scope.Thread)
    public static class CopyingOnce extends Filters {
        public CopyingOnce() {
            super(Overlays.CLOCK_LOWEST, 1);
        }
    }

    @State(Scope.Thread)
    public static class OneThread extends Filters {
        public OneThread() {
            super(Overlays.CLOCK_ON_TOP, 1);
        }
    }

    @State(Scope.Thread)
    public static class AllChanging extends Filters {
        public AllChanging() {
            super(Overlays.ALL_CHANGING, 1);
        }
    }

    @State(Scope.Thread)
    public static class AllThreads extends Filters {
        public AllThreads() {
            super(Overlays.CLOCK_ON_TOP, 0);
        }
    }
}
