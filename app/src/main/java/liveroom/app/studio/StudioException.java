package liveroom.app.studio;

/// The studio cannot be opened; the message is a sentence for the host, with cause and remedy.
public final class StudioException extends Exception {
    private final Code code;

    public StudioException(Code code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /// What stands in the way.
    public enum Code {
        /// The room cannot listen where it should.
        ROOM,
        /// The show's file, or a scene or kit that was asked for.
        SHOW,
        /// The studio's own files cannot be read, or its home cannot be written to.
        HOME
    }
}
