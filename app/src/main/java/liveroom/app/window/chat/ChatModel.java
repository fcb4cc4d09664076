package liveroom.app.window.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import liveroom.app.studio.Studio;
import liveroom.transport.ViewerSnapshot;
import liveroom.transport.chat.ChatMessage;

/// The conversation: what was said, what the host has not seen yet, what the host says.
///
/// Confined to the JavaFX thread.
public final class ChatModel {
    private final Studio studio;
    private final BiConsumer<String, String> onScreen;
    private final ObservableList<ChatMessage> messages = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final Set<String> mutedViewers = new HashSet<>();
    private long lastSeenId = Long.MIN_VALUE;
    private Attention attention = Attention.ELSEWHERE;

    /// Begins with no messages.
    ///
    /// @param onScreen shows an author and words on the picture
    public ChatModel(Studio studio, BiConsumer<String, String> onScreen) {
        this.studio = studio;
        this.onScreen = onScreen;
    }

    /// Shows a message on the picture that is on air.
    public void putOnScreen(ChatMessage message) {
        onScreen.accept(message.name(), message.text());
    }

    /// Takes the conversation as it stands.
    public void read(List<ChatMessage> conversation) {
        if (!messages.equals(conversation)) {
            List<ChatMessage> gone = new ArrayList<>(messages);
            gone.removeAll(conversation);
            messages.removeAll(gone);
            for (ChatMessage message : conversation) {
                if (messages.isEmpty() || message.id() > messages.getLast().id()) {
                    messages.add(message);
                }
            }
        }
        count();
    }

    /// Takes who may write and who may not.
    public void readViewers(List<ViewerSnapshot> viewers) {
        mutedViewers.clear();
        for (ViewerSnapshot viewer : viewers) {
            if (viewer.speech() == ViewerSnapshot.Speech.MUTED) {
                mutedViewers.add(viewer.id());
            }
        }
    }

    public void attend(Attention newAttention) {
        attention = newAttention;
        count();
    }

    private void count() {
        if (attention == Attention.HERE && !messages.isEmpty()) {
            lastSeenId = Math.max(lastSeenId, messages.getLast().id());
        }
        int count = 0;
        for (ChatMessage message : messages) {
            if (message.id() > lastSeenId && message.author() instanceof ChatMessage.Author.Viewer) {
                count++;
            }
        }
        unread.set(count);
    }

    /// Says it, unless there is nothing to say.
    ///
    /// @return whether it was sent
    public boolean say(String text) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > ChatMessage.MAX_CHARACTERS) {
            return false;
        }
        studio.say(said);
        return true;
    }

    public void delete(ChatMessage message) {
        studio.deleteMessage(message.id());
    }

    public boolean isMuted(String viewerId) {
        return mutedViewers.contains(viewerId);
    }

    public void toggleMute(String viewerId) {
        if (isMuted(viewerId)) {
            studio.unmuteViewer(viewerId);
        } else {
            studio.muteViewer(viewerId);
        }
    }

    public void remove(String viewerId) {
        studio.removeViewer(viewerId);
    }

    public ObservableList<ChatMessage> messages() {
        return messages;
    }

    /// Messages of viewers that came while the host looked elsewhere.
    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Whether the host has the end of the conversation before the eyes.
    public enum Attention {
        HERE,
        ELSEWHERE
    }
}
