package liveroom.app.window.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import liveroom.app.window.FakeStudio;
import liveroom.transport.chat.ChatMessage;
import org.junit.jupiter.api.Test;

class ChatModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final List<String> onScreen = new ArrayList<>();
    private final ChatModel model = new ChatModel(studio, (author, text) -> onScreen.add(author + ": " + text));

    private static ChatMessage from(String viewer, long id) {
        return new ChatMessage(id, Instant.EPOCH, new ChatMessage.Author.Viewer(viewer), viewer, "text " + id);
    }

    @Test
    void read_whileElsewhere_countsWhatViewersWrote() {
        ChatMessage own = new ChatMessage(2, Instant.EPOCH, new ChatMessage.Author.Host(), "Host", "mine");
        model.read(List.of(from("a", 1), own, from("b", 3)));
        assertThat(model.unread().get()).isEqualTo(2);
        model.attend(ChatModel.Attention.HERE);
        assertThat(model.unread().get()).isZero();
        model.attend(ChatModel.Attention.ELSEWHERE);
        model.read(List.of(from("a", 1), own, from("b", 3), from("b", 4)));
        assertThat(model.unread().get()).isEqualTo(1);
    }

    @Test
    void read_deletedAndForgotten_goWithoutDisturbingTheRest() {
        model.read(List.of(from("a", 1), from("a", 2), from("a", 3)));
        model.read(List.of(from("a", 2), from("a", 4)));
        assertThat(model.messages()).extracting(ChatMessage::id).containsExactly(2L, 4L);
    }

    @Test
    void say_blankOrTooLong_isNotSent() {
        assertThat(model.say("   ")).isFalse();
        assertThat(model.say("x".repeat(ChatMessage.MAX_CHARACTERS + 1))).isFalse();
        assertThat(model.say(" hello ")).isTrue();
        assertThat(studio.asked()).containsExactly("say hello");
    }

    @Test
    void toggleMute_viewer_mutes() {
        model.toggleMute("7f3a");
        model.delete(from("a", 5));
        model.remove("7f3a");
        assertThat(studio.asked()).containsExactly("mute 7f3a", "delete 5", "remove 7f3a");
    }

    @Test
    void putOnScreen_message_showsWhoAndWhat() {
        model.putOnScreen(new ChatMessage(7, Instant.EPOCH, new ChatMessage.Author.Viewer("v"), "Ben", "Hi"));
        assertThat(onScreen).containsExactly("Ben: Hi");
    }
}
