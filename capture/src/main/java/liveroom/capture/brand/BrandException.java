package liveroom.capture.brand;

import org.jspecify.annotations.Nullable;

/// A brand kit, or one of its files, is refused. The message is a sentence for the host.
public final class BrandException extends Exception {
    /// Why, in terms a host can act on.
    public enum Code {
        /// There is no such kit or file.
        MISSING,
        /// Something is there, but it is no brand kit.
        NOT_A_KIT,
        /// A later studio made it.
        NEWER_FORMAT,
        /// `brand.json` says something that it may not say.
        INVALID,
        /// A file is damaged, or is not what its name says.
        BROKEN,
        /// It is made, by intent or not, so that opening it would do harm.
        UNSAFE,
        /// There is more of it than a brand can need.
        TOO_LARGE,
        /// The disk does not give it, or does not take it.
        DISK
    }

    private final Code code;
    private final String sentence;

    public BrandException(Code code, String sentence) {
        this(code, sentence, null);
    }

    public BrandException(Code code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.sentence = sentence;
    }

    /// The message.
    public String sentence() {
        return sentence;
    }

    public Code code() {
        return code;
    }
}
