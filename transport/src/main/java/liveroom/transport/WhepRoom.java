package liveroom.transport;

import java.util.concurrent.CompletableFuture;
import liveroom.transport.peer.Peer.Tracks;
import liveroom.transport.sdp.Fragment;
import liveroom.transport.sdp.Offer;

/// What the WHEP endpoint asks of the room. Callable from any thread; the futures complete on the thread `room`.
interface WhepRoom {
    /// Tells whether a viewer has been let in, or would be if it offered now.
    CompletableFuture<Boolean> isWelcome(Visitor visitor);

    /// Lets a viewer in, if there is room and a show, and the host has not removed it from this one.
    CompletableFuture<Admission> admit(Offer offer, Visitor visitor);

    /// Takes candidates, or begins a new ICE generation if the fragment is of one.
    ///
    /// @param ifMatch the header, or empty
    CompletableFuture<Patch> patch(String resource, String ifMatch, Fragment fragment);

    /// Frees a viewer; tells whether there was one.
    CompletableFuture<Boolean> leave(String resource);

    /// What became of a fragment.
    sealed interface Patch {
        record Trickled() implements Patch {}

        /// A new ICE generation.
        ///
        /// @param fragment the studio's
        record Restarted(String etag, String fragment) implements Patch {}

        record NoSuchViewer() implements Patch {}

        /// `If-Match` names another generation.
        record Stale() implements Patch {}

        /// A restart without `If-Match`.
        record Unconditional() implements Patch {}

        record Unanswerable() implements Patch {}
    }

    /// What became of an offer.
    sealed interface Admission {
        /// Let in.
        ///
        /// @param etag of the ICE generation, quoted
        /// @param lane the best that the viewer may be served by
        /// @param tracks whether something comes by them until the viewer has opened `media`
        record In(String resource, String etag, String answer, Lane lane, Tracks tracks) implements Admission {}

        record NotLive() implements Admission {}

        record Full() implements Admission {}

        /// As many as may watch from one address do.
        record Crowded() implements Admission {}

        record Removed() implements Admission {}

        record Unanswerable() implements Admission {}
    }
}
