package liveroom.capture;

import org.jspecify.annotations.Nullable;

/// A source could not be opened or read. The message is FFmpeg's or the system's own; [#code()] says what to tell the
/// host.
public final class CaptureException extends Exception {
    /// Why, in terms a host can act on.
    public enum Code {
        /// No such device, screen or file.
        MISSING,
        /// Another program holds the device.
        BUSY,
        /// The system refuses access.
        DENIED,
        /// It was there and has gone: unplugged, or its server ended.
        LOST,
        /// The file or the device's data cannot be understood.
        UNREADABLE,
        /// The file has no picture, or no sound.
        NO_SUCH_STREAM,
        /// As many sources are open at once as may be.
        TOO_MANY
    }

    private final Code code;

    public CaptureException(Code code, String message) {
        this(code, message, null);
    }

    public CaptureException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
