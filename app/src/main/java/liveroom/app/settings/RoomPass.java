package liveroom.app.settings;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// The room's name in links, the key that lets viewers in, and the title they see. Made once and kept, so that a link
/// given out stays good.
///
/// @param id lower-case letters and digits
/// @param key 128 random bits in base64url without padding; a secret, never logged
public record RoomPass(String id, String key, String title) {
    public static final String DEFAULT_TITLE = "Live room";
    public static final int MAX_TITLE_LENGTH = 80;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern ID = Pattern.compile("[a-z0-9]{4,32}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22,64}");
    // Without what is easily taken for something else when read aloud: 0 o, 1 l i.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 8;
    private static final int KEY_BYTES = 16;

    /// Makes a room that nobody can guess.
    public static RoomPass generate(String title) {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        RANDOM.ints(ID_LENGTH, 0, LETTERS.length()).forEach(letter -> id.append(LETTERS.charAt(letter)));
        return new RoomPass(id.toString(), newKey(), title);
    }

    /// The same room behind a new key: links given out before are void.
    public RoomPass withNewKey() {
        return new RoomPass(id, newKey(), title);
    }

    public RoomPass withKey(String newKey) {
        return new RoomPass(id, newKey, title);
    }

    public RoomPass withTitle(String newTitle) {
        return new RoomPass(id, key, newTitle);
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /// Whether viewers can be shown this as the name of the show.
    public static boolean isTitle(String text) {
        return !text.isBlank()
                && text.length() <= MAX_TITLE_LENGTH
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static String newKey() {
        byte[] bits = new byte[KEY_BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /// Leaves the key out, so that it reaches no log by accident.
    @Override
    public String toString() {
        return "room " + id;
    }
}
