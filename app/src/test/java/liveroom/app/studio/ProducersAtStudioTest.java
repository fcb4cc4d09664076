package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Scene;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Producers at a whole studio, with its compositor.
@Timeout(120)
@SuppressWarnings("NullAway.Init") // JUnit calls `open` before anything else
class ProducersAtStudioTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path home;

    private StudioPipeline studio;
    private URI link;

    @BeforeEach
    void open() throws Exception {
        Settings settings = Settings.fresh(StudioHome.of(Optional.of(home)))
                .withInputs(Settings.Inputs.DEFAULT.withVideo("test").withAudio("test"))
                .withNetwork(Settings.Network.DEFAULT.withPort(0));
        studio = StudioPipeline.open(settings, _ -> {});
        link = URI.create(studio.producerLink());
    }

    @AfterEach
    void close() {
        studio.close();
        client.shutdownNow();
        assertThat(FramePool.lentByAll()).isZero();
    }

    private <T> HttpResponse<T> get(String path, String etag, HttpResponse.BodyHandler<T> body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(link.resolve(path))
                        .header("Authorization", "Bearer " + link.getFragment())
                        .header("If-None-Match", etag)
                        .build(),
                body);
    }

    private HttpResponse<byte[]> picture(String of, String etag) throws Exception {
        return get("/control/picture?of=" + of, etag, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static BufferedImage read(HttpResponse<byte[]> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(answer.body())));
    }

    @Test
    void picture_firstAnswer_isThePicture() throws Exception {
        assertThat(read(picture("preview", "")).getWidth()).isEqualTo(640);
        assertThat(read(picture("program", "")).getWidth()).isEqualTo(640);
        for (Scene scene : studio.desk().state().show().scenes()) {
            assertThat(read(picture("scene&scene=" + scene.id(), "")).getWidth())
                    .isEqualTo(320);
        }
        assertThat(picture("scene&scene=none", "").statusCode()).isEqualTo(204);
    }

    @Test
    void sceneStill_isKeptUntilItsSceneChanges() throws Exception {
        Scene scene = studio.desk().state().show().scenes().getLast();
        String path = "scene&scene=" + scene.id();
        String etag = picture(path, "").headers().firstValue("ETag").orElseThrow();
        assertThat(picture(path, etag).statusCode()).isEqualTo(304);
        ShowCommand hidden =
                new ShowCommand.Reveal(scene.id(), scene.layers().getFirst().id(), false);
        studio.desk().perform(hidden, "host");
        assertThat(picture(path, etag).statusCode()).isEqualTo(200);
    }

    @Test
    void producerGone_inMidTransition_programGoesOnToTheNewScene() throws Exception {
        List<Scene> scenes = studio.desk().state().show().scenes();
        String next = scenes.getLast().id();
        studio.desk().perform(new ShowCommand.Preview(next), "host");
        String take = "{\"do\":\"take\",\"transition\":\"stinger\"}";
        try (Socket socket = new Socket(link.getHost(), link.getPort())) {
            String request = "POST /control/command HTTP/1.1\r\nHost: studio\r\nAuthorization: Bearer "
                    + link.getFragment() + "\r\nContent-Length: " + take.length() + "\r\n\r\n" + take;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.setSoLinger(true, 0); // gone without a word, and without an answer
            await(() -> studio.desk().state().programId().equals(next));
        }
        CountDownLatch pictures = new CountDownLatch(60);
        FrameSink<VideoFrame> sink = _ -> {
            pictures.countDown();
            return true;
        };
        studio.addPreview(sink);
        assertThat(pictures.await(30, TimeUnit.SECONDS)).isTrue();
        studio.removePreview(sink);
        await(() -> leaving().isEmpty());
        assertThat(studio.desk().state().programId()).isEqualTo(next);
        assertThat(studio.desk().state().previewId())
                .isEqualTo(scenes.getFirst().id());
    }

    private String leaving() {
        try {
            String state = get("/control/state", "", HttpResponse.BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared()
                    .readTree(state)
                    .at("/state/tally/leaving")
                    .asString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - begun).isLessThan(30_000_000_000L);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
