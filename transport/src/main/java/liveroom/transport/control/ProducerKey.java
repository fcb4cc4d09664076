package liveroom.transport.control;

import java.util.Optional;
import liveroom.transport.http.BearerToken;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import liveroom.transport.http.RateLimit;

/// Lets only those on who show the producers' key, in the header alone: an address ends up in too many places.
/// Free-threaded.
final class ProducerKey {
    private static final double WRONG_PER_SECOND = 1;
    private static final double WRONG_BURST = 20;

    private final RateLimit wrongKeys = new RateLimit(WRONG_PER_SECOND, WRONG_BURST, System::nanoTime);
    private volatile String key;

    ProducerKey(String key) {
        this.key = key;
    }

    void renew(String newKey) {
        key = newKey;
    }

    /// The refusal, or nothing if the key is right.
    ///
    /// @param requester whose wrong keys are counted
    Optional<HttpAnswer> refuse(HttpRequest request, String requester) {
        if (isShownBy(request)) {
            return Optional.empty();
        }
        if (!wrongKeys.admits(requester, 1)) {
            return Optional.of(HttpAnswer.refusal(429, "Too many wrong keys from this address; try again in a second.")
                    .with("Retry-After", "1"));
        }
        return Optional.of(HttpAnswer.refusal(401, "The producer's key is missing, or not valid any more.")
                .with("WWW-Authenticate", "Bearer"));
    }

    boolean isShownBy(HttpRequest request) {
        return BearerToken.of(request)
                .filter(shown -> BearerToken.same(shown, key))
                .isPresent();
    }
}
