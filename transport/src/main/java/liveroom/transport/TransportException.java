package liveroom.transport;

import org.jspecify.annotations.Nullable;

/// The room could not be opened or reached. The message is a sentence for the host.
public final class TransportException extends Exception {
    /// Why, in terms a host can act on.
    public enum Code {
        /// Another program listens on the port.
        PORT_TAKEN,
        /// The address is not one of this computer's, or may not be used.
        ADDRESS_UNUSABLE,
        /// The native WebRTC library does not load on this system.
        NATIVES_MISSING,
        /// The room has been closed.
        CLOSED
    }

    private final Code code;

    public TransportException(Code code, String message) {
        this(code, message, null);
    }

    public TransportException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
