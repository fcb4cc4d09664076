package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.text.Messages;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.source.SourceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class StudioPipelineTest {
    @TempDir
    private Path home;

    private Settings settings(String bind) {
        Settings.Network network = Settings.Network.DEFAULT.withPort(0);
        return Settings.fresh(StudioHome.of(Optional.of(home)))
                .withInputs(Settings.Inputs.DEFAULT.withVideo("test").withAudio("test"))
                .withNetwork(new Settings.Network(
                        bind,
                        network.port(),
                        network.maxViewers(),
                        network.maxPerAddress(),
                        network.stun(),
                        network.turn(),
                        network.lane(),
                        network.publicUrl()));
    }

    private static List<Thread> threads(String... names) {
        List<String> wanted = List.of(names);
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> wanted.contains(thread.getName()))
                .toList();
    }

    @Test
    void open_addressOfNoComputer_leavesNothingRunning() {
        String[] names = {"slate", "video-encoder", "audio-encoder", "program", "mixer", "room", "watch", "studio"};
        List<Thread> before = threads(names);

        assertThatThrownBy(() -> StudioPipeline.open(settings("no address"), _ -> {}))
                .isInstanceOfSatisfying(
                        StudioException.class, e -> assertThat(e.code()).isEqualTo(StudioException.Code.ROOM));

        assertThat(threads(names)).isSubsetOf(before);
    }

    @Test
    void links_boundToAnotherLoopbackAddress_answerThere() throws Exception {
        try (StudioPipeline studio = StudioPipeline.open(settings("127.0.0.2"), _ -> {});
                HttpClient client = HttpClient.newHttpClient()) {
            Studio.ShareLink link = studio.links().getFirst();

            HttpResponse<Void> page =
                    client.send(HttpRequest.newBuilder(link.uri()).build(), HttpResponse.BodyHandlers.discarding());

            assertThat(page.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void links_publicAddressIsNone_tellsTheHost() throws Exception {
        Settings settings = settings("127.0.0.1");
        Settings wrong = settings.withNetwork(settings.network().withPublicUrl("https://a b"));
        try (StudioPipeline studio = StudioPipeline.open(wrong, _ -> {})) {
            assertThatThrownBy(studio::links).isInstanceOf(IllegalArgumentException.class);

            assertThat(studio.notices()).extracting(Notice::subject).contains(Notice.Subject.ROOM);
        }
    }

    @Test
    void usePublicAddress_whileOpen_leadsViewersAndProducersThereAndIsKept() throws Exception {
        Settings settings = settings("127.0.0.1");
        Settings[] kept = {settings};
        try (StudioPipeline studio = StudioPipeline.open(settings, change -> kept[0] = change.apply(kept[0]))) {
            studio.usePublicAddress("https://show.example.org/ana/");

            assertThat(studio.links().getLast().uri().toString()).startsWith("https://show.example.org/ana/watch/");
            assertThat(studio.producerLink()).startsWith("https://show.example.org/ana/producer#");
            assertThat(kept[0].network().publicUrl()).isEqualTo("https://show.example.org/ana/");
            assertThat(studio.publicAddress()).isEqualTo("https://show.example.org/ana/");
        }
    }

    @Test
    void source_fails_itsCauseIsLoggedOnce() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(Watch.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.list = new CopyOnWriteArrayList<>();
        Level before = log.getLevel();
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
        Settings settings = settings("127.0.0.1");
        Path missing = home.resolve("missing.mp4");
        SourceStatus.Failed failed;
        try (StudioPipeline studio =
                StudioPipeline.open(settings.withInputs(settings.inputs().withVideo("file:" + missing)), _ -> {})) {
            await(() -> !lines.list.isEmpty() && !studio.notices().isEmpty());
            failed = (SourceStatus.Failed) studio.snapshot().video().status();
        } finally {
            log.detachAppender(lines);
            log.setLevel(before);
        }

        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains(failed.code().name(), failed.detail());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void record_diskFillsUp_hostIsToldAndTheShowGoesOn() throws Exception {
        Path disk = Files.createDirectory(home.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()) == 0, "needs root");
        try (StudioPipeline studio = StudioPipeline.open(settings("127.0.0.1"), _ -> {})) {
            studio.goLive();
            studio.startRecording(disk.resolve("show.mkv"));
            String words = Messages.of("studio").text("recording.diskFull");
            await(() ->
                    studio.notices().stream().anyMatch(notice -> notice.text().equals(words)));

            assertThat(studio.snapshot().recording()).isInstanceOf(RecordingState.Failed.class);
            CountDownLatch pictures = new CountDownLatch(30);
            FrameSink<VideoFrame> eyes = _ -> {
                pictures.countDown();
                return true;
            };
            studio.addPreview(eyes);
            assertThat(pictures.await(60, TimeUnit.SECONDS)).isTrue();
            studio.removePreview(eyes);
        } finally {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void close_whileTheStudioThreadHangs_recordsNothingAfterwards() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        StudioPipeline studio = StudioPipeline.open(settings("127.0.0.1"), _ -> {});
        studio.onChange(_ -> {
            if (Thread.currentThread().getName().equals("studio")) {
                hangs.countDown();
                awaitUninterrupted(released);
            }
        });
        studio.share(Studio.Reach.THIS_COMPUTER);
        hangs.await();
        Thread desk = threads("studio").getLast();
        Path file = home.resolve("late.mkv");
        studio.startRecording(file);

        studio.close();
        released.countDown();
        desk.join();

        assertThat(file).doesNotExist();
        assertThat(studio.snapshot().recording()).isInstanceOf(RecordingState.Off.class);
        assertThat(FramePool.lentByAll()).isZero();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
