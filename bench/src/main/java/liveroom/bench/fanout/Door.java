package liveroom.bench.fanout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The studio's door for viewers, by WHEP.
final class Door {
    private static final int MOST_TRIES = 30;
    /// Too busy, too many at once, full.
    private static final Set<Integer> WAIT = Set.of(429, 409, 503);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI whep;
    private final String key;

    /// @param link as the studio prints it
    Door(URI link) {
        String room = link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
        this.whep = link.resolve("/whep/" + room);
        this.key = link.getFragment();
    }

    /// The answer to an offer. Waits where the studio says that it is too busy or full, as the page does; empty if it
    /// stays so.
    Optional<String> answer(String offer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(whep)
                .header("Content-Type", "application/sdp")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(offer))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        for (int i = 0; i < MOST_TRIES && WAIT.contains(response.statusCode()); i++) {
            TimeUnit.SECONDS.sleep(1);
            response = http.send(request, BodyHandlers.ofString());
        }
        if (WAIT.contains(response.statusCode())) {
            return Optional.empty();
        }
        if (response.statusCode() != 201) {
            throw new IOException("the studio says " + response.statusCode() + " " + response.body());
        }
        return Optional.of(response.body());
    }
}
