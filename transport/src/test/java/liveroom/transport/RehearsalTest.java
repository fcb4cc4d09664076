package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import liveroom.capture.media.StudioClock;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import liveroom.transport.http.RequestHandler;
import liveroom.transport.sdp.Offer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RehearsalTest {
    private static final String PAGE =
            "<script>import('/viewer/main.js')</script><link data-later=\"x\" href=\"/viewer/a/b.css\">";

    @Test
    void rehearsal_asksForThePage_allItsFiles_andAnAnswer() throws Exception {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        List<String> offers = Collections.synchronizedList(new ArrayList<>());
        RequestHandler routes = request -> {
            asked.add(request.method() + " " + String.join("/", request.segments()));
            if (request.body() instanceof HttpRequest.Body.Whole(String text)) {
                offers.add(text);
            }
            return HttpAnswer.of(200, "text/html", PAGE);
        };

        new Rehearsal(routes, TestRoom.settings(1, 0), TestRoom.KEY).run();

        assertThat(asked)
                .containsExactly(
                        "GET watch/main",
                        "GET viewer/main.js",
                        "GET viewer/a/b.css",
                        "GET api/rooms/main/poster",
                        "POST whep/main");
        assertThat(Offer.parse(offers.getLast()).sections()).hasSize(3);
    }

    @Test
    void room_rehearsed_hasNobodyInIt_andServesTheFirstWhoComes() throws Exception {
        try (Room room = new Room(TestRoom.settings(1, 0), StudioClock.SYSTEM)) {
            room.open();
            room.rehearse();
            assertThat(room.viewers()).isEmpty();

            room.goLive();
            try (ProgramFeed feed = new ProgramFeed(room);
                    FakeViewer viewer = new FakeViewer()) {
                viewer.join(new WhepClient(room.port(), TestRoom.KEY));
                viewer.awaitPictures();
                assertThat(room.viewers()).hasSize(1);
            }
        }
    }
}
