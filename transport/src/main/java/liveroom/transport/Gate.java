package liveroom.transport;

import java.util.Optional;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;

/// Lets requests in, or not. Free-threaded.
@FunctionalInterface
interface Gate {
    /// The refusal, or nothing if whoever asks may come in.
    Optional<HttpAnswer> refuse(HttpRequest request);
}
