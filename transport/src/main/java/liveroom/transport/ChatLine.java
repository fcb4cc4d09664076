package liveroom.transport;

import liveroom.transport.ViewerSnapshot.Speech;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.chat.PlainText;
import liveroom.transport.peer.Channel;
import tools.jackson.databind.JsonNode;

/// The channel `chat` of one viewer. Confined to the thread `room`.
final class ChatLine {
    private final Channel channel;
    private final String viewerId;
    private final RoomChat chat;
    private final Discipline discipline;

    ChatLine(Channel channel, String viewerId, RoomChat chat, Discipline discipline) {
        this.channel = channel;
        this.viewerId = viewerId;
        this.chat = chat;
        this.discipline = discipline;
        tell(new Wire.History(chat.messages().stream()
                .map(message -> Wire.Message.of(message, viewerId))
                .toList()));
    }

    boolean isOn(Channel other) {
        return channel == other;
    }

    void tell(Record message) {
        channel.send(Wire.write(message));
    }

    void tellMessage(ChatMessage message) {
        tell(new Wire.Said(Wire.Message.of(message, viewerId)));
    }

    void tellSpeech(Speech speech) {
        tell(new Wire.Muted(speech == Speech.MUTED));
    }

    /// What a viewer wants to be called: plain, of one line, cut.
    static String name(JsonNode message) {
        return PlainText.cut(PlainText.line(message.path("name").asString("")), ChatMessage.MAX_NAME_CHARACTERS)
                .strip();
    }

    /// Says what the viewer says, or tells it why not.
    void say(JsonNode message, String name, Speech speech) {
        JsonNode member = message.path("text");
        String text = member.isString() ? PlainText.line(member.stringValue()) : "";
        if (speech == Speech.MUTED) {
            tell(new Wire.Refused("muted", 0));
        } else if (text.isEmpty()) {
            tell(new Wire.Refused("empty", 0));
        } else if (text.length() > ChatMessage.MAX_CHARACTERS) {
            tell(new Wire.Refused("long", 0));
        } else if (!discipline.takesSaying()) {
            tell(new Wire.Refused("slow", discipline.retryMillis()));
        } else {
            chat.add(new ChatMessage.Author.Viewer(viewerId), name, text);
        }
    }
}
