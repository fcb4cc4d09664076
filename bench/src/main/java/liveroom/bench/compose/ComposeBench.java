package liveroom.bench.compose;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import liveroom.bench.Figure;
import liveroom.capture.compose.Feeds;
import liveroom.capture.compose.Paintings;
import liveroom.capture.compose.SceneCompositor;
import liveroom.capture.graphics.LayerPainter;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.show.DeskState;
import liveroom.capture.source.TestCard;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// What a dressed picture costs, beside FFmpeg's filters doing the same in the same run, in turns.
public final class ComposeBench {
    private static final int CAMERA_PICTURES = 8;
    private static final int TURN = 300;
    private static final int TURNS = 12;
    private static final int WARM_UP_TURNS = 4;
    private static final long PERIOD_NANOS = 1_000_000_000L / DressedScene.FPS;

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<MemorySegment> camera = camera();
    private final List<VideoFrame> frames = new ArrayList<>();
    private final List<Long> ours = new ArrayList<>(TURN * TURNS);
    private final List<Long> single = new ArrayList<>(TURN * TURNS);
    private final List<Long> threaded = new ArrayList<>(TURN * TURNS);
    private final AtomicLong index = new AtomicLong();
    private long allocated;
    private long allocatedFor;
    private volatile DeskState state = DressedScene.state(0, false);

    private ComposeBench() {
        FramePool pool = new FramePool(DressedScene.FORMAT.bytes(), CAMERA_PICTURES);
        for (MemorySegment pixels : camera) {
            VideoFrame frame = new VideoFrame(DressedScene.FORMAT, 0, Objects.requireNonNull(pool.tryLend()));
            frame.pixels().copyFrom(pixels);
            frames.add(frame);
        }
    }

    /// Takes half a minute.
    public static List<Figure> run() {
        return new ComposeBench().measure();
    }

    private List<Figure> measure() {
        LayerPainter painter = (layer, kit, format, now) -> {
            var box = layer.placement().box();
            int x = (int) Math.round(box.x() * format.width());
            int y = (int) Math.round(box.y() * format.height());
            return DressedScene.paint(layer.id(), x, y, now);
        };
        double difference;
        try (ExecutorService easel = Executors.newSingleThreadExecutor();
                SceneCompositor compositor = compositor(painter, easel);
                FilterChain one = new FilterChain(camera, 1);
                FilterChain all = new FilterChain(camera, 0)) {
            for (int turn = 0; turn < TURNS; turn++) {
                if (turn == WARM_UP_TURNS) {
                    ours.clear();
                    single.clear();
                    threaded.clear();
                    allocated = 0;
                    allocatedFor = 0;
                }
                compose(compositor, turn);
                filter(one, single);
                filter(all, threaded);
            }
            difference = difference(compositor, one);
        }
        return figures(difference);
    }

    private SceneCompositor compositor(LayerPainter painter, Executor easel) {
        Paintings paintings = new Paintings(painter, DressedScene.FORMAT, easel, new Beat());
        return new SceneCompositor(() -> state, () -> DressedScene.KIT, paintings, Feeds.MAIN_ONLY, DressedScene.FPS);
    }

    private void compose(SceneCompositor compositor, int turn) {
        state = DressedScene.state(turn + 1, turn % 2 == 0);
        long thread = Thread.currentThread().threadId();
        for (int i = 0; i < TURN; i++) {
            VideoFrame source = frames.get((int) (index.get() % CAMERA_PICTURES));
            long bytes = threads.getThreadAllocatedBytes(thread);
            long began = System.nanoTime();
            compositor.compose(source, index.get() * PERIOD_NANOS).close();
            long took = System.nanoTime() - began;
            if (i > 1) {
                allocated += threads.getThreadAllocatedBytes(thread) - bytes;
                allocatedFor++;
            }
            ours.add(took);
            index.incrementAndGet();
        }
    }

    private static void filter(FilterChain chain, List<Long> nanos) {
        for (int i = 0; i < TURN; i++) {
            long began = System.nanoTime();
            chain.next();
            nanos.add(System.nanoTime() - began);
        }
    }

    /// The mean difference of luma between the two above the ticker, whose place depends on when it was
    /// painted; in code values.
    private double difference(SceneCompositor compositor, FilterChain chain) {
        state = DressedScene.state(TURNS + 1, true);
        long sum = 0;
        int width = DressedScene.FORMAT.width();
        for (int i = 0; i < 20; i++) {
            VideoFrame source = frames.get((int) (index.get() % CAMERA_PICTURES));
            try (VideoFrame mine = compositor.compose(source, index.get() * PERIOD_NANOS)) {
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
            index.incrementAndGet();
        }
        return sum / (20.0 * width * DressedScene.TICKER_TOP);
    }

    private List<Figure> figures(double difference) {
        double mine = millis(ours, 50);
        double filters = millis(single, 50);
        return List.of(
                new Figure("dressed picture, 720p, p50", mine, "ms", 3),
                new Figure("dressed picture, 720p, p99", millis(ours, 99), "ms", 3),
                Figure.of("the same by filters, one thread, p50", filters, "ms"),
                Figure.of("the same by filters, one thread, p99", millis(single, 99), "ms"),
                Figure.of("the same by filters, all threads, p50", millis(threaded, 50), "ms"),
                Figure.of("filters, one thread, to compositor, p50", filters / mine, "times"),
                Figure.of("filters, one thread, to compositor, p10", millis(single, 10) / millis(ours, 10), "times"),
                Figure.of("difference of luma between the two, mean", difference, "codes"),
                Figure.of("allocated for a picture", (double) allocated / Math.max(1, allocatedFor), "bytes"));
    }

    private static double millis(List<Long> nanos, int percent) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    private static List<MemorySegment> camera() {
        TestCard card = new TestCard(DressedScene.FORMAT);
        return IntStream.range(0, CAMERA_PICTURES)
                .mapToObj(i -> {
                    MemorySegment pixels = Arena.ofAuto().allocate(DressedScene.FORMAT.bytes(), 64);
                    card.draw(i * PERIOD_NANOS, pixels);
                    return pixels;
                })
                .toList();
    }

    /// Time as pictures have it, told without allocating.
    private final class Beat implements InstantSource {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis());
        }

        @Override
        public long millis() {
            return DressedScene.BEGIN_MILLIS + index.get() * 1_000 / DressedScene.FPS;
        }
    }
}
