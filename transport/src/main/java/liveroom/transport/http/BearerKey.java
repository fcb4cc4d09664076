package liveroom.transport.http;

import java.util.Optional;

/// Lets only those on who show the one right key as a bearer token, in the header alone: an address ends up in too many
/// places. Who shows wrong ones is soon refused without being heard. Free-threaded.
public final class BearerKey {
    private static final double WRONG_PER_SECOND = 1;
    private static final double WRONG_BURST = 20;

    private final RateLimit wrongKeys = new RateLimit(WRONG_PER_SECOND, WRONG_BURST, System::nanoTime);
    private final String refusal;
    private volatile String key;

    /// @param refusal the sentence for who does not show it
    public BearerKey(String key, String refusal) {
        this.key = key;
        this.refusal = refusal;
    }

    /// From now on only this key is right.
    public void renew(String newKey) {
        key = newKey;
    }

    /// The refusal, or nothing if the key is right.
    ///
    /// @param requester whose wrong keys are counted
    public Optional<HttpAnswer> refuse(HttpRequest request, String requester) {
        if (isShownBy(request)) {
            return Optional.empty();
        }
        if (!wrongKeys.admits(requester, 1)) {
            return Optional.of(HttpAnswer.refusal(429, "Too many wrong keys from this address; try again in a second.")
                    .with("Retry-After", "1"));
        }
        return Optional.of(HttpAnswer.refusal(401, refusal).with("WWW-Authenticate", "Bearer"));
    }

    public boolean isShownBy(HttpRequest request) {
        return BearerToken.of(request)
                .filter(shown -> BearerToken.same(shown, key))
                .isPresent();
    }
}
