package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// Whom the room keeps out: those whom the host has removed, and too many from one address.
final class WhoComesInTest extends RoomTest {
    private static final String ANA = "aaaaaaaaaaaaaaaaaaaaaa";
    private static final String BEN = "bbbbbbbbbbbbbbbbbbbbbb";
    private static final String HOUSE = "198.51.100.7";
    private static final String NEIGHBOUR = "198.51.100.8";

    private FakeViewer asking;
    private String offer;

    @BeforeEach
    void ask() throws Exception {
        asking = new FakeViewer();
        offer = asking.offer();
    }

    @AfterEach
    void askNoMore() {
        asking.close();
    }

    private FakeViewer join(String token, String address) throws Exception {
        FakeViewer viewer = new FakeViewer();
        viewer.join(test.whep, token, address);
        return viewer;
    }

    private void removeFirst() {
        test.room.chat().remove(test.room.viewers().getFirst().id());
    }

    private static void removed(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("host has removed");
        assertThat(response.headers().firstValue("Liveroom-Refusal")).contains("removed");
    }

    @Test
    @Execution(CONCURRENT)
    void offer_byARemovedBrowser_refusedFromAnyAddressUntilTheNextShow() throws Exception {
        try (FakeViewer gone = join(ANA, HOUSE);
                FakeViewer secondTab = join(ANA, NEIGHBOUR)) {
            gone.control.first("welcome");
            secondTab.control.first("welcome");
            removeFirst();
            gone.control.first("removed");
            secondTab.control.first("removed");
            Await.until("an empty room", () -> test.room.viewers().isEmpty());

            removed(test.whep.offer(offer, ANA, HOUSE));
            removed(test.whep.offer(offer, ANA, "203.0.113.5"));
            assertThat(test.whep.offer(offer, BEN, HOUSE).statusCode()).isEqualTo(201);

            test.room.endShow();
            test.room.goLive();
            assertThat(test.whep.offer(offer, ANA, HOUSE).statusCode()).isEqualTo(201);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void mutedBrowser_comesAgain_isMutedInEveryTabUntilItMaySpeak() throws Exception {
        try (FakeViewer first = join(ANA, HOUSE);
                FakeViewer other = join(BEN, HOUSE)) {
            first.chat.first("history");
            other.chat.first("history");
            String id = test.room.viewers().getFirst().id();
            test.room.chat().mute(id);
            first.chat.first("muted");
            try (FakeViewer again = join(ANA, NEIGHBOUR)) {
                assertThat(again.chat.first("muted").path("muted").asBoolean()).isTrue();
                test.room.chat().unmute(id);
                assertThat(again.chat.nth("muted", 2).path("muted").asBoolean()).isFalse();
            }
            assertThat(test.room.viewers()).noneMatch(viewer -> viewer.speech() == ViewerSnapshot.Speech.MUTED);
            assertThat(other.chat.all("muted")).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void offer_withoutATokenFromARemovedAddress_refusedThereAlone() throws Exception {
        try (FakeViewer gone = join("", HOUSE)) {
            gone.control.first("welcome");
            removeFirst();
            gone.control.first("removed");

            removed(test.whep.offer(offer, "", HOUSE));
            assertThat(test.whep.offer(offer, ANA, HOUSE).statusCode()).isEqualTo(201);
            assertThat(test.whep.offer(offer, "", NEIGHBOUR).statusCode()).isEqualTo(201);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void offer_withAMalformedToken_badRequest() throws Exception {
        HttpResponse<String> response = test.whep.offer(offer, "short", HOUSE);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Liveroom-Viewer");
    }

    @Test
    @Execution(CONCURRENT)
    void offer_whenOneAddressHasItsShare_refusedThereAlone() throws Exception {
        String neighbourSix = "2001:db8:0:2::1";
        for (int i = 0; i < TestRoom.MAX_PER_ADDRESS; i++) {
            assertThat(test.whep.offer(offer, "", HOUSE).statusCode()).isEqualTo(201);
            assertThat(test.whep.offer(offer, "", "2001:db8:0:1::" + i).statusCode())
                    .isEqualTo(201);
        }
        HttpResponse<String> crowded = test.whep.offer(offer, ANA, HOUSE);
        assertThat(crowded.statusCode()).isEqualTo(503);
        assertThat(crowded.body()).contains("one address");
        assertThat(crowded.headers().firstValue("Retry-After")).isPresent();
        assertThat(test.whep.offer(offer, "", "2001:db8:0:1::ffff").statusCode())
                .as("the same IPv6 network")
                .isEqualTo(503);
        assertThat(test.whep.offer(offer, "", neighbourSix).statusCode()).isEqualTo(201);
        assertThat(test.whep.offer(offer, "", NEIGHBOUR).statusCode()).isEqualTo(201);
    }

    @Test
    @Execution(CONCURRENT)
    void offer_fromThisComputer_isNotCounted() throws Exception {
        for (int i = 0; i < TestRoom.MAX_PER_ADDRESS + 2; i++) {
            assertThat(test.whep.offer(offer, "", "").statusCode()).isEqualTo(201);
        }
    }
}
