package liveroom.encoder;

/// What one of the program's encoders is doing.
public sealed interface EncoderStatus {
    /// Nobody needs packets; no codec is open.
    record Idle() implements EncoderStatus {}

    /// Encoding.
    ///
    /// @param encoder which codec and how it is set, one line for people
    record Running(String encoder) implements EncoderStatus {}

    /// No codec works. It is tried again by itself.
    record Failed(EncoderException.Code code, String detail) implements EncoderStatus {}

    record Closed() implements EncoderStatus {}
}
