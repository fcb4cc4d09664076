package liveroom.bench.dress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who controls a show over HTTP, see `docs/control.md`. Free-threaded.
final class Producer implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI studio;
    private final String key;

    /// @param studio its address, whatever the path
    Producer(URI studio, String key) {
        this.studio = studio;
        this.key = key;
    }

    /// @param home where the studio's settings, with the producers' key, are
    static Producer of(URI studio, Path home) {
        try {
            String settings = Files.readString(home.resolve("settings.json"));
            String key = JsonMapper.shared()
                    .readTree(settings)
                    .at("/room/producerKey")
                    .asString();
            return new Producer(studio, key);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    URI studio() {
        return studio;
    }

    String key() {
        return key;
    }

    /// Gives a command.
    ///
    /// @throws IllegalStateException with the studio's sentence, if it is refused
    void perform(String command) {
        send(request("/control/command").POST(HttpRequest.BodyPublishers.ofString(command)));
    }

    /// The desk's state.
    JsonNode state() {
        return JsonMapper.shared()
                .readTree(send(request("/control/state").GET()))
                .at("/state/desk");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(studio.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Liveroom-Producer", "script");
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
