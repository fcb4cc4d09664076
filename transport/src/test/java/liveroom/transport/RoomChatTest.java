package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.util.concurrent.atomic.AtomicInteger;
import liveroom.transport.chat.ChatMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import tools.jackson.databind.JsonNode;

/// Both data channels, as the protocol has them.
final class RoomChatTest extends RoomTest {
    private static String say(String text) {
        return "{\"v\":1,\"type\":\"say\",\"text\":\"" + text + "\"}";
    }

    @Test
    @Execution(CONCURRENT)
    void say_byAViewer_reachesEverybodyAndTheHost() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        test.room.chat().onChange(changes::incrementAndGet);
        try (FakeViewer ana = test.join();
                FakeViewer ben = test.join()) {
            ben.chat.first("history");
            ana.chat.send("{\"v\":1,\"type\":\"name\",\"name\":\"  A\\u0007na\\u202e \"}");
            ana.chat.send(say("<b>Hello</b>\\u0000\\nthere"));

            JsonNode own = ana.chat.first("message").path("message");
            JsonNode other = ben.chat.first("message").path("message");
            assertThat(own.path("text").asString()).isEqualTo("<b>Hello</b> there");
            assertThat(own.path("name").asString()).isEqualTo("Ana");
            assertThat(own.path("from").asString()).isEqualTo("viewer");
            assertThat(own.path("mine").asBoolean()).isTrue();
            assertThat(other.path("mine").asBoolean()).isFalse();
            assertThat(test.room.chat().messages())
                    .extracting(ChatMessage::text)
                    .containsExactly("<b>Hello</b> there");
            Await.until("the listener", () -> changes.get() > 0);
            Await.until(
                    "the name on the list",
                    () -> test.room.viewers().stream()
                            .anyMatch(viewer -> viewer.name().equals("Ana")));
        }
    }

    @Test
    @Execution(CONCURRENT)
    void say_byTheHost_reachesViewersAndNewcomersSeeTheLastHundred() throws Exception {
        for (int i = 1; i <= 120; i++) {
            test.room.chat().say("message " + i);
        }
        try (FakeViewer viewer = test.join()) {
            JsonNode history = viewer.chat.first("history").path("messages");
            assertThat(history.size()).isEqualTo(100);
            assertThat(history.get(0).path("text").asString()).isEqualTo("message 21");
            assertThat(history.get(99).path("text").asString()).isEqualTo("message 120");
            assertThat(history.get(99).path("from").asString()).isEqualTo("host");

            test.room.chat().say("now");
            assertThat(viewer.chat.first("message").path("message").path("text").asString())
                    .isEqualTo("now");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void delete_byTheHost_takesItFromEveryScreen() throws Exception {
        try (FakeViewer viewer = test.join()) {
            viewer.chat.send(say("oops"));
            long id = viewer.chat.first("message").path("message").path("id").asLong();
            test.room.chat().delete(id);
            assertThat(viewer.chat.first("deleted").path("id").asLong()).isEqualTo(id);
            assertThat(test.room.chat().messages()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void mute_andUnmute_refusesAndTakesAgain() throws Exception {
        try (FakeViewer viewer = test.join()) {
            viewer.chat.first("history");
            String id = test.onlyViewer().id();
            test.room.chat().mute(id);
            assertThat(viewer.chat.first("muted").path("muted").asBoolean()).isTrue();
            viewer.chat.send(say("hello?"));
            assertThat(viewer.chat.first("refused").path("reason").asString()).isEqualTo("muted");
            assertThat(test.onlyViewer().speech()).isEqualTo(ViewerSnapshot.Speech.MUTED);

            test.room.chat().unmute(id);
            assertThat(viewer.chat.nth("muted", 2).path("muted").asBoolean()).isFalse();
            viewer.chat.send(say("hello"));
            viewer.chat.first("message");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void remove_byTheHost_tellsTheViewerAndEndsIt() throws Exception {
        try (FakeViewer gone = test.join();
                FakeViewer stays = test.join()) {
            gone.control.first("welcome");
            test.room.chat().remove(test.room.viewers().getFirst().id());
            gone.control.first("removed");
            Await.until("the end", gone::isEnded);
            Await.until("one viewer", () -> test.room.viewers().size() == 1);
            stays.awaitPictures();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void say_tooMuchOrTooLongOrNothing_refusedForThatViewerAlone() throws Exception {
        try (FakeViewer loud = test.join();
                FakeViewer calm = test.join()) {
            calm.chat.first("history");
            loud.chat.send(say("x".repeat(501)));
            assertThat(loud.chat.nth("refused", 1).path("reason").asString()).isEqualTo("long");
            loud.chat.send(say("   "));
            assertThat(loud.chat.nth("refused", 2).path("reason").asString()).isEqualTo("empty");
            for (int i = 0; i < 10; i++) {
                loud.chat.send(say("spam " + i));
            }
            JsonNode slow = loud.chat.nth("refused", 3);
            assertThat(slow.path("reason").asString()).isEqualTo("slow");
            assertThat(slow.path("retryMs").asLong()).isPositive();
            calm.chat.send(say("calm"));
            Await.until(
                    "the calm one",
                    () -> test.room.chat().messages().stream()
                            .anyMatch(message -> message.text().equals("calm")));
            assertThat(test.room.viewers()).hasSize(2);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void control_welcomesAndCountsAndExchangesTime() throws Exception {
        try (FakeViewer viewer = test.join()) {
            JsonNode welcome = viewer.control.first("welcome");
            assertThat(welcome.path("title").asString()).isEqualTo("A room");
            assertThat(welcome.path("viewer").asString())
                    .isEqualTo(test.onlyViewer().id());
            assertThat(viewer.control.first("audience").path("viewers").asInt()).isEqualTo(1);

            double before = System.currentTimeMillis();
            viewer.control.send("{\"v\":1,\"type\":\"clock\",\"t0\":12345.678}");
            JsonNode clock = viewer.control.first("clock");
            double after = System.currentTimeMillis() + 1;
            assertThat(clock.path("t0").asDouble()).isEqualTo(12345.678);
            assertThat(clock.path("t1").asDouble()).isBetween(before, after);
            assertThat(clock.path("t2").asDouble()).isBetween(clock.path("t1").asDouble(), after);

            try (FakeViewer second = test.join()) {
                second.control.first("welcome");
                assertThat(viewer.control.nth("audience", 2).path("viewers").asInt())
                        .isEqualTo(2);
            }
        }
    }

    @Test
    @Execution(CONCURRENT)
    void report_withLies_isClampedOrLeftOut() throws Exception {
        try (FakeViewer viewer = test.join()) {
            viewer.control.send("{\"v\":1,\"type\":\"report\",\"skewMs\":12.5,\"latencyMs\":88.0}");
            Await.until("the report", () -> test.onlyViewer().skewMs().orElse(0) == 12.5);
            assertThat(test.onlyViewer().latencyMs()).hasValue(88.0);

            viewer.control.send("{\"v\":1,\"type\":\"report\",\"skewMs\":-1e300,\"latencyMs\":-5}");
            Await.until("the bound", () -> test.onlyViewer().skewMs().orElse(0) == -10_000);
            assertThat(test.onlyViewer().latencyMs()).hasValue(0);

            viewer.control.send("{\"v\":1,\"type\":\"report\",\"skewMs\":\"late\",\"latencyMs\":1e999}");
            Await.until("nothing", () -> test.onlyViewer().skewMs().isEmpty());
            assertThat(test.onlyViewer().latencyMs()).isEmpty();
        }
    }
}
