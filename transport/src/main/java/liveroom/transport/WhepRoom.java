package liveroom.transport;

import java.util.concurrent.CompletableFuture;
import liveroom.transport.sdp.Offer;

/// What the WHEP endpoint asks of the room. Callable from any thread; the futures complete on the thread `room`.
interface WhepRoom {
    String key();

    /// Lets a viewer in, if there is room and a show.
    CompletableFuture<Admission> admit(Offer offer);

    /// Frees a viewer; tells whether there was one.
    CompletableFuture<Boolean> leave(String resource);

    /// What became of an offer.
    sealed interface Admission {
        /// Let in.
        ///
        /// @param etag of the ICE generation, quoted
        record In(String resource, String etag, String answer) implements Admission {}

        record NotLive() implements Admission {}

        record Full() implements Admission {}

        record Unanswerable() implements Admission {}
    }
}
