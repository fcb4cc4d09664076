package liveroom.transport;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import liveroom.transport.chat.Chat;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.chat.ChatMessage.Author;
import liveroom.transport.chat.PlainText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The chat's memory, and the host's hand on it. Messages are kept under a lock; what is sent is sent on `room`.
final class RoomChat implements Chat {
    static final int HISTORY = 100;
    private static final Logger LOG = LoggerFactory.getLogger(RoomChat.class);

    private final Viewers viewers;
    private final ArrayDeque<ChatMessage> messages = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean noticePending = new AtomicBoolean();
    private long lastId;

    RoomChat(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public synchronized List<ChatMessage> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void say(String text) {
        String plain = PlainText.cut(PlainText.line(text), ChatMessage.MAX_CHARACTERS);
        if (!plain.isEmpty()) {
            add(new Author.Host(), "", plain);
        }
    }

    /// Keeps a message and sends it to everybody. The text is plain and not too long.
    void add(Author author, String name, String text) {
        ChatMessage message;
        synchronized (this) {
            message = new ChatMessage(++lastId, Instant.now(), author, name, text);
            messages.addLast(message);
            if (messages.size() > HISTORY) {
                messages.removeFirst();
            }
        }
        viewers.onRoom(() -> viewers.each(viewer -> viewer.tellMessage(message)));
        changed();
    }

    @Override
    public void delete(long messageId) {
        boolean gone;
        synchronized (this) {
            gone = messages.removeIf(message -> message.id() == messageId);
        }
        if (gone) {
            viewers.onRoom(() -> viewers.each(viewer -> viewer.tellDeleted(messageId)));
            changed();
        }
    }

    @Override
    public void mute(String viewerId) {
        with(viewerId, viewer -> viewers.setSpeech(viewer, ViewerSnapshot.Speech.MUTED));
    }

    @Override
    public void unmute(String viewerId) {
        with(viewerId, viewer -> viewers.setSpeech(viewer, ViewerSnapshot.Speech.ALLOWED));
    }

    @Override
    public void remove(String viewerId) {
        with(viewerId, viewers::remove);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void with(String viewerId, Consumer<Viewer> work) {
        viewers.onRoom(() -> viewers.byId(viewerId).ifPresent(work));
    }

    private void changed() {
        if (!listeners.isEmpty() && noticePending.compareAndSet(false, true)) {
            Thread.ofVirtual().name("chat-changed").start(this::tellListeners);
        }
    }

    private void tellListeners() {
        noticePending.set(false);
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("A listener of the chat failed", e);
            }
        }
    }
}
