package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The control interface of a real room, at a made-up desk.
@Timeout(120)
final class ControlTest {
    private static final String KEY = "pppppppppppppppppppppp";
    private static final String TAKE = "{\"do\":\"take\",\"transition\":\"fade\"}";

    private final FakeDesk desk = new FakeDesk();
    private TestRoom test;
    private ControlClient ana;

    @BeforeEach
    void open() throws Exception {
        test = new TestRoom();
        test.room.seatProducers(desk.seat(), StaticFiles.NONE, KEY);
        ana = client(KEY, "Ana");
    }

    @AfterEach
    void close() {
        ana.close();
        test.close();
        assertThat(desk.listeners()).isZero();
    }

    private ControlClient client(String key, String name) {
        return new ControlClient(test.room.port(), key, name);
    }

    @Test
    @Execution(CONCURRENT)
    void command_ofAProducer_isDoneInItsName() throws Exception {
        HttpResponse<String> done = ana.command(TAKE);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(done.body()).path("revision").asLong())
                .isEqualTo(2);
        assertThat(desk.state().programId()).isEqualTo("two");
        assertThat(desk.deeds).containsExactly("Ana Take");
    }

    @Test
    @Execution(CONCURRENT)
    void command_thatCannotBeDoneOrUnderstood_isToldWhyAndChangesNothing() throws Exception {
        HttpResponse<String> refused = ana.command("{\"do\":\"preview\",\"sceneId\":\"nine\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).isEqualTo("This desk cannot do that.\n");
        for (String garbage :
                List.of("", "[]", "{", "{\"do\":\"dance\"}", "{\"do\":\"take\",\"transition\":7}", "\0")) {
            HttpResponse<String> answer = ana.command(garbage);
            assertThat(answer.statusCode()).as(garbage).isEqualTo(400);
            assertThat(answer.body()).matches("[^\\n]+\\.\\n");
        }
        HttpResponse<String> large = ana.command("{\"do\":\"rename-show\",\"name\":\"" + "x".repeat(140_000) + "\"}");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(desk.state().revision()).isEqualTo(1);
    }

    @Test
    @Execution(CONCURRENT)
    void wrongKey_showsNothingChangesNothing_isLimited() throws Exception {
        try (ControlClient stranger = client("wwwwwwwwwwwwwwwwwwwwww", "Eve");
                ControlClient nobody = client("", "Eve");
                ControlClient.Events refused = stranger.events()) {
            assertThat(refused.status).isEqualTo(401);
            for (String path : List.of("/control/state", "/control/picture?of=program", "/control/x")) {
                assertThat(stranger.get(path).statusCode()).isEqualTo(401);
            }
            assertThat(nobody.get("/control/state?key=" + KEY).statusCode()).isEqualTo(401);
            assertThat(stranger.command(TAKE).body()).doesNotContain("Evening").matches("[A-Z].*\\.\\n");
            List<Integer> flood = new ArrayList<>();
            for (int request = 0; request < 60; request++) {
                flood.add(stranger.command(TAKE).statusCode());
            }
            assertThat(flood).contains(429).containsOnly(401, 429);
            assertThat(ana.get("/control/state").statusCode()).isEqualTo(200);
        }
        assertThat(desk.deeds).isEmpty();
    }

    @Test
    @Execution(CONCURRENT)
    void viewersKey_isNoProducersKey() throws Exception {
        try (ControlClient viewer = client(TestRoom.KEY, "Eve")) {
            assertThat(viewer.get("/control/state").statusCode()).isEqualTo(401);
        }
        assertThat(test.whep.get("/api/rooms/main").body()).doesNotContain(KEY);
    }

    @Test
    @Execution(CONCURRENT)
    void state_holdsShowTallyKitsRoomAndChat() throws Exception {
        test.room.chat().say("<b>Hello</b>");
        ana.command(TAKE);

        JsonNode all = JsonMapper.shared().readTree(ana.get("/control/state").body());
        JsonNode state = all.path("state");
        assertThat(state.path("desk").path("show").path("name").asString()).isEqualTo("Evening");
        assertThat(state.path("tally").path("program").asString()).isEqualTo("two");
        assertThat(state.path("tally").path("preview").asString()).isEqualTo("one");
        assertThat(state.path("deeds").get(0).path("who").asString()).isEqualTo("Ana");
        assertThat(state.path("deeds").get(0).path("what").asString()).isEqualTo("take");
        assertThat(state.path("kits").get(0).asString()).isEqualTo("kit");
        assertThat(all.path("chat").path("messages").get(0).path("text").asString())
                .isEqualTo("<b>Hello</b>");
        assertThat(all.path("room").path("id").asString()).isEqualTo("main");
        assertThat(all.path("room").path("key").asString()).isEqualTo(TestRoom.KEY);
        assertThat(all.path("room").path("state").asString()).isEqualTo("live");
    }

    @Test
    @Execution(CONCURRENT)
    void events_twoProducersAndTheHost_seeEachOthersChanges() throws Exception {
        try (ControlClient ben = client(KEY, "Ben");
                ControlClient.Events hers = ana.events();
                ControlClient.Events his = ben.events()) {
            assertThat(hers.next("state").path("desk").path("revision").asLong())
                    .isEqualTo(1);
            his.next("room");
            JsonNode room = hers.next("room");
            while (room.path("producers").size() < 2) {
                room = hers.next("room");
            }

            ben.command(TAKE);
            JsonNode seen = hers.next("state");
            assertThat(seen.path("desk").path("programId").asString()).isEqualTo("two");
            assertThat(seen.path("deeds").get(0).path("who").asString()).isEqualTo("Ben");
            desk.perform(new ShowCommand.Take(Transition.CUT), "host");
            JsonNode hosts = hers.next("state");
            assertThat(hosts.path("desk").path("programId").asString()).isEqualTo("one");
            assertThat(hosts.path("deeds").get(1).path("who").asString()).isEqualTo("host");

            test.room.chat().say("Hello");
            assertThat(his.next("chat").path("messages").get(0).path("text").asString())
                    .isEqualTo("Hello");
        }
        Await.until("nobody listens", () -> {
            try {
                String room = ana.get("/control/state").body();
                return JsonMapper.shared()
                        .readTree(room)
                        .path("room")
                        .path("producers")
                        .isEmpty();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    @Execution(CONCURRENT)
    void events_roomChanges_isTold() throws Exception {
        try (ControlClient.Events events = ana.events()) {
            events.next("room");
            test.room.renewKey("nnnnnnnnnnnnnnnnnnnnnn");
            JsonNode room = events.next("room");
            while (!room.path("key").asString().startsWith("nn")) {
                room = events.next("room");
            }
        }
    }

    @Test
    @Execution(CONCURRENT)
    void renewedKey_cutsOffWhoCameWithTheOldOne() throws Exception {
        try (ControlClient.Events events = ana.events();
                ControlClient ben = client("qqqqqqqqqqqqqqqqqqqqqq", "Ben")) {
            events.next("room");
            test.room.renewProducerKey("qqqqqqqqqqqqqqqqqqqqqq");
            events.awaitEnd();
            assertThat(ana.command(TAKE).statusCode()).isEqualTo(401);
            assertThat(ben.command(TAKE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void events_moreThanCan_areRefusedAndOthersGoOn() throws Exception {
        List<ControlClient.Events> all = new ArrayList<>();
        try {
            for (int listener = 0; listener < 24; listener++) {
                ControlClient.Events events = ana.events();
                assertThat(events.status).isEqualTo(200);
                events.next("state");
                all.add(events);
            }
            try (ControlClient.Events one = ana.events()) {
                assertThat(one.status).isEqualTo(503);
            }
            ana.command(TAKE);
            for (ControlClient.Events events : all) {
                assertThat(events.next("state").path("desk").path("programId").asString())
                        .isEqualTo("two");
            }
        } finally {
            for (ControlClient.Events events : all) {
                events.close();
            }
        }
    }

    @Test
    @Execution(CONCURRENT)
    void roomWithoutSeat_knowsNoProducers() throws Exception {
        try (TestRoom other = new TestRoom();
                ControlClient client = new ControlClient(other.room.port(), KEY, "Ana")) {
            assertThat(client.get("/control/state").statusCode()).isEqualTo(404);
            assertThat(client.get("/producer").statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void methods_otherThanThose_areRefused() throws Exception {
        for (String path : List.of("state", "events", "picture?of=program")) {
            HttpResponse<String> answer =
                    ana.send(ana.to("/control/" + path).method("DELETE", BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
        }
        assertThat(ana.get("/control/command").headers().firstValue("Allow")).hasValue("POST");
        assertThat(ana.get("/control").statusCode()).isEqualTo(404);
        assertThat(ana.get("/control/state/x").statusCode()).isEqualTo(404);
        assertThat(ana.get("/control/picture?of=program").statusCode()).isEqualTo(204);
    }
}
