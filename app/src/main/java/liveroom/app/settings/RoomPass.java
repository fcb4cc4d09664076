package liveroom.app.settings;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import liveroom.transport.RoomKey;

/// The room's name in links, the key that lets viewers in, and the title they see. Made once and kept, so that a link
/// given out stays good.
///
/// @param id lower-case letters and digits
/// @param key as [RoomKey] makes them; a secret, never logged
/// @param producerKey the same, for those who produce the show
/// @param hostKey the same, for the host's own scripts
public record RoomPass(String id, String key, String producerKey, String hostKey, String title) {
    public static final String DEFAULT_TITLE = "Live room";
    public static final int MAX_TITLE_LENGTH = 80;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern ID = Pattern.compile("[a-z0-9]{4,32}");
    // Without what is easily taken for something else when read aloud: 0 o, 1 l i.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 8;

    /// Makes a room that nobody can guess.
    public static RoomPass generate(String title) {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        RANDOM.ints(ID_LENGTH, 0, LETTERS.length()).forEach(letter -> id.append(LETTERS.charAt(letter)));
        return new RoomPass(id.toString(), RoomKey.random(), RoomKey.random(), RoomKey.random(), title);
    }

    /// The same room behind a new key: links given out before are void.
    public RoomPass withNewKey() {
        return withKey(RoomKey.random());
    }

    public RoomPass withKey(String newKey) {
        return new RoomPass(id, newKey, producerKey, hostKey, title);
    }

    /// Producers who came with the key before are out.
    public RoomPass withNewProducerKey() {
        return withProducerKey(RoomKey.random());
    }

    public RoomPass withProducerKey(String newKey) {
        return new RoomPass(id, key, newKey, hostKey, title);
    }

    public RoomPass withTitle(String newTitle) {
        return new RoomPass(id, key, producerKey, hostKey, newTitle);
    }

    /// Whether something of this was made by `other` too: each makes its own.
    boolean sharesWith(RoomPass other) {
        return id.equals(other.id)
                || key.equals(other.key)
                || producerKey.equals(other.producerKey)
                || hostKey.equals(other.hostKey);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isKey(String text) {
        return RoomKey.isWellFormed(text);
    }

    /// Whether viewers can be shown this as the name of the show.
    public static boolean isTitle(String text) {
        return !text.isBlank()
                && text.length() <= MAX_TITLE_LENGTH
                && text.chars().noneMatch(Character::isISOControl);
    }

    /// Leaves the keys out, so that it reaches no log by accident.
    @Override
    public String toString() {
        return "room " + id;
    }
}
