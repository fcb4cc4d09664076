package liveroom.bench.dress;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.DressOptions;
import liveroom.app.studio.StudioPipeline;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Show;
import liveroom.capture.show.LiveShowDesk;
import liveroom.capture.show.RandomCommand;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.show.ShowFile;
import liveroom.capture.show.ShowFormatException;
import liveroom.capture.show.ShowJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Two producers who do whatever comes into their heads, to a studio that composes all the while.
class RandomCommandsTest {
    private static final int COMMANDS_EACH = 5_000;
    private static final int MOST_PAUSE_MICROS = 2_000;
    private static final int PICTURES = 15;
    private static final long PATIENCE_SECONDS = 60;
    /// Of the Java runtime: begun by whoever waits for a time first, and never ended.
    private static final String TIMER_OF_A_POOL = "-delayScheduler";
    /// Of the Java runtime too: begun by the virtual thread that waits for a socket first.
    private static final String SOCKETS_OF_THE_JDK = "MasterPoller";

    /// The HTTP server keeps one for each door that it has had, whatever the show was.
    private static final String TIMER_OF_HELIDON = "helidon-idle-connection-timer";

    private final Logger log = (Logger) LoggerFactory.getLogger(LiveShowDesk.class);

    @TempDir
    private Path home;

    @BeforeEach
    void writeNoLineForEachCommand() {
        log.setLevel(Level.WARN);
    }

    @AfterEach
    void writeAgain() {
        log.setLevel(null);
    }

    @Test
    void tenThousandCommands_fromTwoProducers_leaveAValidShowAndNothingBehind() throws Exception {
        // What the first studio of a process starts for good is no leak.
        try (StudioPipeline studio = open()) {
            awaitAnswers(studio);
        }
        Set<Thread> before = threads();
        Show left;
        try (StudioPipeline studio = open()) {
            int done = perform(studio.desk());

            assertThat(done).as("commands that were done").isGreaterThan(COMMANDS_EACH / 2);
            left = studio.desk().state().show();
            assertThat(ShowJson.show(ShowJson.write(left))).isEqualTo(left);
            awaitAnswers(studio);
        }
        assertThat(home.resolve("show.json")).hasContent(ShowJson.write(left));
        assertThat(new ShowFile(home.resolve("show.json")).load(left).show()).isEqualTo(left);
        assertThat(FramePool.lentByAll()).isZero();
        awaitNoMoreThan(before);
    }

    private StudioPipeline open() throws Exception {
        Settings fresh = Settings.fresh(StudioHome.of(Optional.of(home)));
        Settings settings = fresh.withInputs(fresh.inputs().withVideo("test").withAudio("test"))
                .withNetwork(fresh.network().withPort(0));
        StudioHome studioHome = StudioHome.of(Optional.of(home));
        DressOptions dress =
                new DressOptions(Optional.of(studioHome.show()), Optional.empty(), Optional.empty(), studioHome);
        return StudioPipeline.open(settings, dress, List.of(), _ -> {});
    }

    /// @return how many were done, and not refused
    private static int perform(ShowDesk desk) throws Exception {
        try (ExecutorService producers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> tasks = new ArrayList<>();
            for (int seed = 0; seed < 2; seed++) {
                int own = seed;
                tasks.add(producers.submit(() -> perform(desk, own)));
            }
            int done = 0;
            for (Future<Integer> task : tasks) {
                done += task.get();
            }
            return done;
        }
    }

    private static int perform(ShowDesk desk, int seed) {
        Random random = new Random(seed);
        RandomCommand commands = new RandomCommand(seed);
        int done = 0;
        for (int i = 0; i < COMMANDS_EACH; i++) {
            String command = ShowJson.write(commands.command(desk.state().show()));
            if (random.nextInt(10) == 0) {
                int cut = random.nextInt(command.length());
                command = command.substring(0, cut) + (char) random.nextInt(128) + command.substring(cut + 1);
            }
            done += performed(desk, command, "producer " + seed);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(MOST_PAUSE_MICROS)));
        }
        return done;
    }

    private static int performed(ShowDesk desk, String command, String who) {
        try {
            desk.perform(ShowJson.command(command), who);
            return 1;
        } catch (ShowFormatException | ShowDesk.RefusedException e) {
            assertThat(e.getMessage()).endsWith(".");
            return 0;
        }
    }

    /// Waits for pictures, and asks over HTTP.
    private static void awaitAnswers(StudioPipeline studio) throws InterruptedException {
        CountDownLatch pictures = new CountDownLatch(PICTURES);
        FrameSink<VideoFrame> eyes = _ -> {
            pictures.countDown();
            return true;
        };
        studio.addPreview(eyes);
        assertThat(pictures.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it goes on composing")
                .isTrue();
        studio.removePreview(eyes);
        URI link = URI.create(studio.producerLink());
        try (Producer producer = new Producer(link, link.getFragment())) {
            assertThat(producer.state().path("revision").asLong())
                    .isEqualTo(studio.desk().state().revision());
        }
    }

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> {
            String name = thread.getName();
            return name.equals(TIMER_OF_HELIDON) || name.equals(SOCKETS_OF_THE_JDK) || name.endsWith(TIMER_OF_A_POOL);
        });
        return threads;
    }

    private static void awaitNoMoreThan(Set<Thread> before) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Set<Thread> more = threads();
        more.removeAll(before);
        while (!more.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            more.removeIf(thread -> !thread.isAlive());
        }
        assertThat(more).isEmpty();
    }
}
