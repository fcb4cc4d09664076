package liveroom.transport.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import org.junit.jupiter.api.Test;

final class StillsTest {
    private final AtomicLong nanos = new AtomicLong(7);
    private final AtomicInteger made = new AtomicInteger();
    private byte[] picture = {1};
    private final Stills stills = new Stills(new OnePicture(), nanos::get);

    private final class OnePicture implements DeskPictures {
        @Override
        public Optional<byte[]> jpeg(Bus bus) {
            made.incrementAndGet();
            return Optional.of(picture).filter(bytes -> bytes.length > 0);
        }

        @Override
        public Optional<byte[]> jpegOf(String sceneId) {
            return Optional.of(picture).filter(_ -> sceneId.equals("lamp"));
        }
    }

    private HttpAnswer ask(String of, String etag) {
        return ask(Map.of("of", of), etag);
    }

    private HttpAnswer ask(Map<String, String> query, String etag) {
        return stills.answer(
                new HttpRequest("GET", "/", query, Map.of("if-none-match", etag), "", new HttpRequest.Body.Whole("")));
    }

    private static String etag(HttpAnswer answer) {
        return answer.headers().getOrDefault("ETag", List.of("")).getFirst();
    }

    @Test
    void answer_manyAsk_oneIsMadeInATenthOfASecond() {
        for (int ask = 0; ask < 50; ask++) {
            assertThat(ask("preview", "").status()).isEqualTo(200);
        }
        assertThat(made).hasValue(1);
        nanos.addAndGet(100_000_000);
        ask("preview", "");
        assertThat(made).hasValue(2);
    }

    @Test
    void answer_samePictureAgain_isNotSentTwice() {
        String etag = etag(ask("program", ""));
        nanos.addAndGet(100_000_000);
        assertThat(ask("program", etag).status()).isEqualTo(304);
        picture = new byte[] {2};
        nanos.addAndGet(100_000_000);
        assertThat(ask("program", etag).status()).isEqualTo(200);
    }

    @Test
    void answer_scene_isOfThatSceneAlone() {
        HttpAnswer still = ask(Map.of("of", "scene", "scene", "lamp"), "");
        assertThat(still.status()).isEqualTo(200);
        assertThat(ask(Map.of("of", "scene", "scene", "lamp"), etag(still)).status())
                .isEqualTo(304);
        assertThat(ask(Map.of("of", "scene", "scene", "gone"), "").status()).isEqualTo(204);
        assertThat(ask("scene", "").status()).isEqualTo(204);
    }

    @Test
    void answer_noPictureOrNoSuchBus_saysSo() {
        picture = new byte[0];
        assertThat(ask("preview", "").status()).isEqualTo(204);
        assertThat(ask("../etc", "").status()).isEqualTo(400);
    }
}
