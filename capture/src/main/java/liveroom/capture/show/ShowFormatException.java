package liveroom.capture.show;

/// A text that is no show, or no command, as this version writes them. The message is one sentence
/// for a person, which names the place, such as `scenes[2].layers[0].content.size`.
public final class ShowFormatException extends Exception {
    /// What it means for the text.
    public enum Code {
        /// Broken, or never what it should be.
        NOT_UNDERSTOOD,
        /// Sound, but only a newer version of the studio can read it.
        NEWER
    }

    private final Code code;

    public ShowFormatException(Code code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
