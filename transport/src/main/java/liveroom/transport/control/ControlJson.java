package liveroom.transport.control;

import java.util.List;
import java.util.function.Supplier;
import liveroom.capture.media.StudioClock;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import liveroom.capture.show.ShowJson;
import liveroom.transport.chat.Chat;
import liveroom.transport.chat.ChatMessage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// What producers are told, as JSON on one line: see `docs/control.md`. Free-threaded.
record ControlJson(ProducerDesk desk, Chat chat, Supplier<RoomFacts> room, StudioClock clock, Deeds deeds) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERSION = 1;
    private static final int CHAT_TAIL = 50;

    /// What is on air and what comes next, for lamps.
    ///
    /// @param leaving the scene that a transition leads away from, while it does; else empty
    /// @param leavingMillis for how much longer
    record Tally(String program, String preview, String leaving, long leavingMillis) {}

    record Said(long id, long at, String from, String name, String text) {
        static Said of(ChatMessage message) {
            String from = switch (message.author()) {
                case ChatMessage.Author.Host _ -> "host";
                case ChatMessage.Author.Viewer _ -> "viewer";
            };
            return new Said(message.id(), message.at().toEpochMilli(), from, message.name(), message.text());
        }
    }

    record Talk(int v, List<Said> messages) {}

    record RoomBody(int v, String id, String title, String key, String state, int viewers, List<String> producers) {}

    record Done(int v, long revision) {}

    /// Everything at once.
    String all(List<String> producers) {
        ObjectNode all = JSON.createObjectNode().put("v", VERSION);
        for (Topic topic : Topic.values()) {
            all.putRawValue(topic.event(), new RawValue(of(topic, producers)));
        }
        return JSON.writeValueAsString(all);
    }

    /// @param producers the names of those who listen
    String of(Topic topic, List<String> producers) {
        return switch (topic) {
            case STATE -> state();
            case CHAT -> talk();
            case ROOM -> roomBody(producers);
        };
    }

    static String done(DeskState state) {
        return JSON.writeValueAsString(new Done(VERSION, state.revision()));
    }

    private String state() {
        DeskState now = desk.desk().state();
        ObjectNode body = JSON.createObjectNode().put("v", VERSION).put("at", System.currentTimeMillis());
        body.putRawValue("desk", new RawValue(ShowJson.state(now)));
        body.putPOJO("tally", tally(now));
        body.putPOJO("deeds", deeds.latest());
        body.putPOJO("kits", desk.kits().get());
        return JSON.writeValueAsString(body);
    }

    private Tally tally(DeskState now) {
        DeskState.Change change = now.change();
        Transition transition = change.transition();
        long gone = (clock.nanos() - change.sinceNanos()) / 1_000_000;
        boolean under = gone < transition.millis() && !change.fromId().equals(now.programId());
        return under
                ? new Tally(now.programId(), now.previewId(), change.fromId(), transition.millis() - gone)
                : new Tally(now.programId(), now.previewId(), "", 0);
    }

    private String talk() {
        List<ChatMessage> messages = chat.messages();
        List<ChatMessage> tail = messages.subList(Math.max(0, messages.size() - CHAT_TAIL), messages.size());
        return JSON.writeValueAsString(
                new Talk(VERSION, tail.stream().map(Said::of).toList()));
    }

    private String roomBody(List<String> producers) {
        RoomFacts facts = room.get();
        return JSON.writeValueAsString(new RoomBody(
                VERSION, facts.id(), facts.title(), facts.key(), facts.state(), facts.viewers(), producers));
    }
}
