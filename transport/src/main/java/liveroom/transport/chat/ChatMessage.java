package liveroom.transport.chat;

import java.time.Instant;

/// One chat message. Name and text are plain text, whatever characters they hold.
///
/// @param id unique in the room, rising
public record ChatMessage(long id, Instant at, Author author, String name, String text) {
    public static final int MAX_CHARACTERS = 500;
    public static final int MAX_NAME_CHARACTERS = 40;

    /// Who wrote it.
    public sealed interface Author {
        record Host() implements Author {}

        record Viewer(String viewerId) implements Author {}
    }
}
