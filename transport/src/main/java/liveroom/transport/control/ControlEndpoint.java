package liveroom.transport.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import liveroom.capture.media.StudioClock;
import liveroom.capture.show.DeskState;
import liveroom.capture.show.ShowCommand;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.show.ShowFormatException;
import liveroom.capture.show.ShowJson;
import liveroom.transport.chat.Chat;
import liveroom.transport.http.BearerKey;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;

/// The control interface: commands in, states out, to whoever shows the producers' key. Answers on virtual threads; the
/// rest is callable from any thread.
public final class ControlEndpoint implements AutoCloseable {
    private final ProducerDesk desk;
    private final BearerKey key;
    private final ControlJson json;
    private final Stills stills;
    private final EventStreams streams;
    private final Supplier<RoomFacts> room;
    private final Deeds deeds = new Deeds();
    private final Runnable unsubscribe;
    private volatile RoomFacts toldFacts;

    /// @param room what producers are told of the room; asked often
    /// @param key as a room's own key is made
    public ControlEndpoint(ProducerDesk desk, Chat chat, Supplier<RoomFacts> room, StudioClock clock, String key) {
        this.desk = desk;
        this.room = room;
        this.key = new BearerKey(key, "The producer's key is missing, or not valid any more.");
        json = new ControlJson(desk, chat, room, clock, deeds);
        stills = new Stills(desk.pictures(), System::nanoTime);
        streams = new EventStreams(this::news);
        toldFacts = room.get();
        unsubscribe = desk.desk().onChange(this::changed);
        chat.onChange(() -> streams.tell(Topic.CHAT));
    }

    private String news(Topic topic) {
        return json.of(topic, streams.names());
    }

    private void changed(DeskState state) {
        deeds.note(state);
        streams.tell(Topic.STATE);
    }

    /// Answers whoever shows the key, and refuses everybody else.
    ///
    /// @param requester whose wrong keys are counted
    /// @param path what follows `/control`
    public HttpAnswer answer(HttpRequest request, String requester, List<String> path) {
        Optional<HttpAnswer> refused = refuse(request, requester);
        if (refused.isPresent()) {
            return refused.get();
        }
        String what = path.size() == 1 ? path.getFirst() : "";
        return switch (what) {
            case "command" -> only("POST", request, this::command);
            case "state" -> only("GET", request, _ -> json(json.all(streams.names())));
            case "events" -> only("GET", request, this::events);
            case "picture" -> only("GET", request, stills::answer);
            default -> HttpAnswer.refusal(404, "There is no such address.");
        };
    }

    /// The refusal of whoever does not show the key.
    ///
    /// @param requester whose wrong keys are counted
    public Optional<HttpAnswer> refuse(HttpRequest request, String requester) {
        return key.refuse(request, requester);
    }

    private static HttpAnswer only(String method, HttpRequest request, Function<HttpRequest, HttpAnswer> answer) {
        return request.method().equals(method)
                ? answer.apply(request)
                : HttpAnswer.refusal(405, "This address answers to " + method + " only.")
                        .with("Allow", method);
    }

    private HttpAnswer command(HttpRequest request) {
        if (!(request.body() instanceof HttpRequest.Body.Whole(String text))) {
            return HttpAnswer.refusal(413, "The command is larger than 128 KiB.");
        }
        ShowCommand command;
        try {
            command = ShowJson.command(text);
        } catch (ShowFormatException e) {
            return HttpAnswer.refusal(400, String.valueOf(e.getMessage()));
        }
        Optional<String> refused = HostsOwn.refusal(
                command, desk.desk().state().show(), desk.kits().get());
        if (refused.isPresent()) {
            return HttpAnswer.refusal(403, refused.get());
        }
        String who = ProducerName.of(request);
        try {
            DeskState state = Deeds.perform(desk.desk(), command, who);
            return json(ControlJson.done(state));
        } catch (ShowDesk.RefusedException e) {
            return HttpAnswer.refusal(409, String.valueOf(e.getMessage()));
        }
    }

    private HttpAnswer events(HttpRequest request) {
        return streams.answer(ProducerName.of(request), () -> key.isShownBy(request));
    }

    private static HttpAnswer json(String body) {
        return HttpAnswer.of(200, "application/json", body).with("Cache-Control", "no-store");
    }

    /// To be called about once a second: tells producers what has become of the room, and lets go of those who do not
    /// listen.
    public void tick() {
        RoomFacts now = room.get();
        if (!now.equals(toldFacts)) {
            toldFacts = now;
            streams.tell(Topic.ROOM);
        }
        streams.endStuck();
    }

    /// From now on only this key counts; who came with another is cut off.
    public void renewKey(String newKey) {
        key.renew(newKey);
        streams.endAll();
    }

    /// Hears of the desk no more, and lets every producer go.
    @Override
    public void close() {
        unsubscribe.run();
        streams.endAll();
    }
}
