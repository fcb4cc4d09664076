package liveroom.transport.sdp;

/// A description or fragment that cannot be used; the message is a sentence for whoever sent it.
public final class SdpException extends Exception {
    private final String sentence;

    public SdpException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
