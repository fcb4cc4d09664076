package liveroom.transport.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names contents by what they are.
public final class EntityTag {
    private static final int CHARACTERS = 20;

    private EntityTag() {}

    /// The same contents have the same name, in hexadecimal digits.
    public static String of(byte[] contents) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(contents);
            return HexFormat.of().formatHex(hash).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
