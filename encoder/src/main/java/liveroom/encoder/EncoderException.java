package liveroom.encoder;

import org.jspecify.annotations.Nullable;

/// An encoder or a recording failed. The message carries FFmpeg's own text.
public final class EncoderException extends Exception {
    public enum Code {
        /// No encoder of this kind opens on this machine.
        NO_ENCODER,
        ENCODE_FAILED,
        /// The disk is full.
        DISK_FULL,
        /// The recording cannot be created or written.
        CANNOT_WRITE
    }

    private final Code code;
    private final String message;

    public EncoderException(Code code, String message) {
        this(code, message, null);
    }

    public EncoderException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public Code code() {
        return code;
    }
}
