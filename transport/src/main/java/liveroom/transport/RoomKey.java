package liveroom.transport;

import java.security.SecureRandom;
import java.util.Base64;

/// Keys of rooms and names of viewers' resources: 128 random bits in base64url.
public final class RoomKey {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RoomKey() {}

    public static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static boolean isWellFormed(String key) {
        return key.matches("[A-Za-z0-9_-]{22}");
    }
}
