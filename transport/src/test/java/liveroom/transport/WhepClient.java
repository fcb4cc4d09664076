package liveroom.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Speaks HTTP to a room.
final class WhepClient {
    static final String SDP = "application/sdp";
    static final String FRAGMENT = "application/trickle-ice-sdpfrag";

    private final HttpClient http;
    private final int port;
    private final String key;
    private final String lane;
    private final String place;

    WhepClient(int port, String key) {
        this(http().build(), port, key, "", "/whep/main");
    }

    /// A client that calls from another of this computer's addresses.
    WhepClient(int port, String key, InetAddress from) {
        this(http().localAddress(from).build(), port, key, "", "/whep/main");
    }

    private WhepClient(HttpClient http, int port, String key, String lane, String place) {
        this.http = http;
        this.port = port;
        this.key = key;
        this.lane = lane;
        this.place = place;
    }

    private static HttpClient.Builder http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(20));
    }

    /// A client that offers at another address.
    WhepClient at(String newPlace) {
        return new WhepClient(http, port, key, lane, newPlace);
    }

    /// A client that announces the lane by which it will be served.
    WhepClient announcing(String newLane) {
        return new WhepClient(http, port, key, newLane, place);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).header("Authorization", "Bearer " + key));
    }

    HttpResponse<String> offer(String sdp) throws IOException, InterruptedException {
        return offer(sdp, "", "");
    }

    /// Offers as the page does that calls itself `token`, from behind a proxy that names `address`; both may be
    /// empty.
    HttpResponse<String> offer(String sdp, String token, String address) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(place)
                .header("Content-Type", SDP)
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(sdp));
        if (!lane.isEmpty()) {
            request.header("Liveroom-Lane", lane);
        }
        if (!token.isEmpty()) {
            request.header("Liveroom-Viewer", token);
        }
        return send(address.isEmpty() ? request : request.header("X-Forwarded-For", address));
    }

    HttpResponse<String> patch(String resource, String etag, String fragment) throws IOException, InterruptedException {
        return send(patching(resource, etag, fragment));
    }

    /// The status of a patch that is not waited for.
    CompletableFuture<Integer> patchLater(String resource, String etag, String fragment) {
        return http.sendAsync(patching(resource, etag, fragment).build(), BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private HttpRequest.Builder patching(String resource, String etag, String fragment) {
        HttpRequest.Builder request =
                to(resource).header("Content-Type", FRAGMENT).method("PATCH", BodyPublishers.ofString(fragment));
        return etag.isEmpty() ? request : request.header("If-Match", etag);
    }

    HttpResponse<String> delete(String resource) throws IOException, InterruptedException {
        return send(to(resource).DELETE());
    }
}
