package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a newcomer is shown of the program before its own picture has come.
@Timeout(60)
final class PosterTest {
    private static final String ANA = "aaaaaaaaaaaaaaaaaaaaaa";
    private static final String BEN = "bbbbbbbbbbbbbbbbbbbbbb";
    private static final String PLACE = "/api/rooms/main/poster";
    private final AtomicInteger made = new AtomicInteger();
    private TestRoom test;

    @BeforeEach
    void open() throws Exception {
        test = new TestRoom(1);
        test.room.showPoster(() -> Optional.of(new byte[] {(byte) made.incrementAndGet()}));
    }

    @AfterEach
    void close() {
        test.close();
    }

    private HttpResponse<String> ask(String key, String address) throws IOException, InterruptedException {
        return ask(key, address, BEN);
    }

    private HttpResponse<String> ask(String key, String address, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                test.whep.to(PLACE).header("Liveroom-Viewer", token).header("Authorization", "Bearer " + key);
        return test.whep.send(address.isEmpty() ? request : request.header("X-Forwarded-For", address));
    }

    private void noPoster(String token) throws Exception {
        HttpResponse<String> answer = ask(TestRoom.KEY, "", token);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void poster_whoHasTheKey_isGivenOneThatAllShareForASecond() throws Exception {
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = ask(TestRoom.KEY, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.body()).hasSize(1);
        }
        assertThat(made).hasValueLessThan(20);
    }

    @Test
    void poster_wrongKey_nothingIsShown() throws Exception {
        assertThat(ask("wwwwwwwwwwwwwwwwwwwwww", "").statusCode()).isEqualTo(403);
        assertThat(test.whep.send(test.whep.to(PLACE)).statusCode()).isEqualTo(401);
        assertThat(made).hasValue(0);
    }

    @Test
    void poster_whoWouldNotBeLetIn_isShownNothing() throws Exception {
        try (FakeViewer viewer = new FakeViewer()) {
            viewer.join(test.whep, ANA, "");
            viewer.control.first("welcome");
            noPoster(BEN); // the room is full
            test.room.chat().remove(test.onlyViewer().id());
            viewer.control.first("removed");
            Await.until("an empty room", () -> test.room.viewers().isEmpty());
            noPoster(ANA); // removed by the host
        }
        test.room.endShow();
        noPoster(BEN);
        assertThat(made).hasValue(0);
    }

    @Test
    void poster_whoTookTheLastPlace_isGivenOne() throws Exception {
        try (FakeViewer viewer = new FakeViewer()) {
            viewer.join(test.whep, ANA, "");
            viewer.control.first("welcome");
            assertThat(ask(TestRoom.KEY, "", ANA).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void poster_oneAddressAsksWithoutEnd_isShownNoMore_othersAre() throws Exception {
        int given = 0;
        while (given < 200 && ask(TestRoom.KEY, "198.51.100.7").statusCode() == 200) {
            given++;
        }
        assertThat(given).isBetween(20, 199);
        assertThat(ask(TestRoom.KEY, "198.51.100.8").statusCode()).isEqualTo(200);
    }

    @Test
    void poster_noPictureYet_isShownNothing() throws Exception {
        test.room.showPoster(Optional::empty);
        noPoster(BEN);
    }
}
