package liveroom.transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import liveroom.transport.peer.IceServer;
import liveroom.transport.peer.Peer.Tracks;
import liveroom.transport.sdp.Fragment;
import liveroom.transport.sdp.Offer;
import liveroom.transport.sdp.SdpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// WHEP (draft-ietf-wish-whep): offers in, answers out, and each viewer's resource. Called on virtual threads.
final class WhepEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(WhepEndpoint.class);
    private static final String SDP = "application/sdp";
    private static final String FRAGMENT = "application/trickle-ice-sdpfrag";
    private static final String LANE = "liveroom-lane";
    private static final String TRACKS = "liveroom-tracks";
    private static final int MAX_FRAGMENT_CHARACTERS = 16 * 1024;
    private static final long PATIENCE_SECONDS = 8;

    private final Place place;
    private final RoomSettings settings;
    private final WhepRoom room;
    private final Gate gate;

    /// Where the endpoint is.
    ///
    /// @param prefix of its address, with a slash at both ends
    /// @param name the rest of it: what is watched there
    record Place(String prefix, String name) {}

    WhepEndpoint(Place place, RoomSettings settings, WhepRoom room, Gate gate) {
        this.place = place;
        this.settings = settings;
        this.gate = gate;
        this.room = room;
    }

    /// @param path what follows the prefix: nothing, the name, or the name and a viewer's resource
    HttpAnswer answer(HttpRequest request, List<String> path) {
        HttpAnswer answer;
        if (path.size() > 2 || (!path.isEmpty() && !path.getFirst().equals(place.name()))) {
            answer = HttpAnswer.refusal(404, "There is no such room.");
        } else if (request.method().equals("OPTIONS")) {
            answer = options();
        } else if (path.size() == 2) {
            answer = resource(request, path.get(1));
        } else if (request.method().equals("POST")) {
            answer = offer(request);
        } else {
            answer = Routes.notAllowed("POST, OPTIONS");
        }
        return answer.with("Access-Control-Allow-Origin", "*")
                .with(
                        "Access-Control-Expose-Headers",
                        "Location, ETag, Link, Retry-After, Accept-Patch, Liveroom-Lane, Liveroom-Tracks,"
                                + " Liveroom-Refusal");
    }

    private static HttpAnswer options() {
        return HttpAnswer.empty(204)
                .with("Access-Control-Allow-Methods", "POST, PATCH, DELETE, OPTIONS")
                .with(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, If-Match, Liveroom-Viewer, Liveroom-Lane")
                .with("Access-Control-Max-Age", "600")
                .with("Accept-Post", SDP);
    }

    private HttpAnswer offer(HttpRequest request) {
        Optional<HttpAnswer> refused = gate.refuse(request).or(() -> refuseForm(request));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!(request.body() instanceof HttpRequest.Body.Whole(String text))) {
            return HttpAnswer.refusal(413, "The offer is larger than 128 KiB.");
        }
        String token = request.header(Visitor.TOKEN).orElse("");
        if (!token.isEmpty() && !RoomKey.isWellFormed(token)) {
            return HttpAnswer.refusal(400, "The header Liveroom-Viewer is not 22 characters of base64url.");
        }
        Lane lane = request.header(LANE).orElse("").equals("shared") ? Lane.SHARED : Lane.TRACK;
        Offer offer;
        try {
            offer = Offer.parse(text);
        } catch (SdpException e) {
            return HttpAnswer.refusal(400, e.sentence());
        }
        return await(
                room.admit(offer, Visitor.of(request.remote(), token, lane)).thenApply(this::answered));
    }

    private HttpAnswer answered(WhepRoom.Admission admission) {
        return switch (admission) {
            case WhepRoom.Admission.In(String resource, String etag, String answer, Lane lane, Tracks tracks) -> {
                HttpAnswer created = HttpAnswer.of(201, SDP, answer)
                        .with("Location", place.prefix() + place.name() + "/" + resource)
                        .with("ETag", etag)
                        .with("Accept-Patch", "application/trickle-ice-sdpfrag")
                        .with(LANE, lane.name().toLowerCase(Locale.ROOT))
                        .with(TRACKS, tracks.name().toLowerCase(Locale.ROOT));
                for (IceServer server : settings.iceServers()) {
                    created = created.with("Link", link(server));
                }
                yield created;
            }
            case WhepRoom.Admission.NotLive _ ->
                HttpAnswer.refusal(409, "The show is not live.").with("Retry-After", "2");
            case WhepRoom.Admission.Full _ ->
                HttpAnswer.refusal(503, "The room is full.").with("Retry-After", "10");
            case WhepRoom.Admission.Crowded _ ->
                HttpAnswer.refusal(503, "As many as may watch from one address do.")
                        .with("Retry-After", "10");
            case WhepRoom.Admission.Removed _ ->
                HttpAnswer.refusal(403, "The host has removed this viewer from the show.")
                        .with("Liveroom-Refusal", "removed");
            case WhepRoom.Admission.Unanswerable _ ->
                HttpAnswer.refusal(400, "The offer cannot be answered: no codec or transport in common.");
        };
    }

    private static String link(IceServer server) {
        String link = "<" + server.url() + ">; rel=\"ice-server\"";
        return server.username().isEmpty()
                ? link
                : link + "; username=\"" + server.username() + "\"; credential=\"" + server.password()
                        + "\"; credential-type=\"password\"";
    }

    private HttpAnswer resource(HttpRequest request, String resource) {
        return switch (request.method()) {
            case "PATCH" -> patch(request, resource);
            case "DELETE" ->
                await(room.leave(resource).thenApply(left -> left ? HttpAnswer.empty(200) : noSuchViewer()));
            default -> Routes.notAllowed("PATCH, DELETE, OPTIONS");
        };
    }

    private HttpAnswer patch(HttpRequest request, String resource) {
        if (!isOfType(request, FRAGMENT)) {
            return HttpAnswer.refusal(415, "A fragment is of the type application/trickle-ice-sdpfrag.");
        }
        if (!(request.body() instanceof HttpRequest.Body.Whole(String text))
                || text.length() > MAX_FRAGMENT_CHARACTERS) {
            return HttpAnswer.refusal(413, "The fragment is larger than 16 KiB.");
        }
        try {
            Fragment fragment = Fragment.parse(text);
            String ifMatch = request.header("if-match").orElse("");
            return await(room.patch(resource, ifMatch, fragment).thenApply(WhepEndpoint::patched));
        } catch (SdpException e) {
            return HttpAnswer.refusal(400, e.sentence());
        }
    }

    private static HttpAnswer patched(WhepRoom.Patch patch) {
        return switch (patch) {
            case WhepRoom.Patch.Trickled _ -> HttpAnswer.empty(204);
            case WhepRoom.Patch.Restarted(String etag, String fragment) ->
                HttpAnswer.of(200, FRAGMENT, fragment).with("ETag", etag);
            case WhepRoom.Patch.NoSuchViewer _ -> noSuchViewer();
            case WhepRoom.Patch.Stale _ ->
                HttpAnswer.refusal(412, "The ETag is of another ICE generation, or one is just being made.");
            case WhepRoom.Patch.Unconditional _ -> HttpAnswer.refusal(428, "An ICE restart needs If-Match.");
            case WhepRoom.Patch.Unanswerable _ -> HttpAnswer.refusal(400, "ICE could not be restarted with this.");
        };
    }

    private static HttpAnswer noSuchViewer() {
        return HttpAnswer.refusal(404, "There is no such viewer.");
    }

    private static boolean isOfType(HttpRequest request, String type) {
        String sent = request.header("content-type").orElse("");
        return sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type);
    }

    private static Optional<HttpAnswer> refuseForm(HttpRequest request) {
        if (!isOfType(request, SDP)) {
            return Optional.of(HttpAnswer.refusal(415, "An offer is of the type application/sdp."));
        }
        String accept = request.header("accept").orElse("*/*");
        if (!accept.contains("*/*") && !accept.contains("application/*") && !accept.contains(SDP)) {
            return Optional.of(HttpAnswer.refusal(406, "The answer is of the type application/sdp."));
        }
        return Optional.empty();
    }

    private static HttpAnswer await(CompletableFuture<HttpAnswer> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HttpAnswer.refusal(503, "The studio is closing.").with("Retry-After", "5");
        } catch (TimeoutException e) {
            LOG.warn("A viewer could not be answered in time", e);
            return HttpAnswer.refusal(503, "The studio is too busy to answer now.")
                    .with("Retry-After", "5");
        } catch (ExecutionException e) {
            LOG.warn("A viewer could not be answered", e);
            return HttpAnswer.refusal(500, "The studio could not answer.");
        }
    }
}
