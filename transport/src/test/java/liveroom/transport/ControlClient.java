package liveroom.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A producer without a page.
final class ControlClient implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String key;
    private final String name;

    ControlClient(int port, String key, String name) {
        this.port = port;
        this.key = key;
        this.name = name;
    }

    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Liveroom-Producer", name);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    HttpResponse<String> command(String json) throws IOException, InterruptedException {
        return send(to("/control/command").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    Events events() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(to("/control/events").build(), BodyHandlers.ofInputStream());
        return new Events(response);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /// What comes on one stream.
    static final class Events implements AutoCloseable {
        final int status;
        private final BufferedReader lines;

        private Events(HttpResponse<InputStream> response) {
            status = response.statusCode();
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /// The next event of a type; waits for it.
        JsonNode next(String type) throws IOException {
            while (true) {
                String line = line();
                if (line.equals("event: " + type)) {
                    return JsonMapper.shared().readTree(line().substring("data: ".length()));
                }
            }
        }

        private String line() throws IOException {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the stream has ended");
            }
            return line;
        }

        /// Reads until the studio ends the stream.
        void awaitEnd() throws IOException {
            while (lines.readLine() != null) {
                // what was still on its way
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
