package liveroom.transport.chat;

import java.util.List;

/// The chat as the host sees it. Callable from any thread; nothing waits.
public interface Chat {
    /// The last 100 messages, oldest first.
    List<ChatMessage> messages();

    /// Says something to everybody, cut to [ChatMessage#MAX_CHARACTERS]; blank text is not said.
    void say(String text);

    /// Takes a message back on every screen.
    void delete(long messageId);

    /// Takes no more messages from a viewer.
    void mute(String viewerId);

    void unmute(String viewerId);

    /// Sends a viewer away, in every tab of its browser, and keeps it out until the show ends.
    void remove(String viewerId);

    /// Adds a listener that is called on a virtual thread after messages have come or gone; several changes may be one
    /// call.
    void onChange(Runnable listener);
}
