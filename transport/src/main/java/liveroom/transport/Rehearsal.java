package liveroom.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liveroom.transport.http.HttpDoor;
import liveroom.transport.http.RequestHandler;

/// A newcomer before the first, whom nobody sees: it loads the page with all its files and has an offer answered, so
/// that what a process does slowly when it does it first has been done when somebody waits for it.
///
/// Comes by a door of its own on loopback. It never connects.
final class Rehearsal {
    private static final Pattern FILE = Pattern.compile("[\"'](/viewer/[\\w./-]+)[\"']");
    private static final int PATIENCE_MILLIS = Math.toIntExact(TimeUnit.SECONDS.toMillis(5));
    /// An offer as Chromium makes it.
    private static final String OFFER = read("rehearsal.sdp").replace("\n", "\r\n");

    private final RequestHandler routes;
    private final RoomSettings settings;
    private final String key;

    /// @param routes to a room that lets the newcomer in
    Rehearsal(RequestHandler routes, RoomSettings settings, String key) {
        this.routes = routes;
        this.settings = settings;
        this.key = key;
    }

    /// Takes a fraction of a second.
    void run() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (HttpDoor door = new HttpDoor(here, 0, routes)) {
            String page = ask(here, door.port(), "GET /watch/" + settings.roomId(), "");
            Matcher file = FILE.matcher(page);
            while (file.find()) {
                ask(here, door.port(), "GET " + file.group(1), "");
            }
            ask(here, door.port(), "GET /api/rooms/" + settings.roomId() + "/poster", "");
            ask(here, door.port(), "POST /whep/" + settings.roomId(), OFFER);
        }
    }

    private String ask(InetAddress here, int port, String what, String body) throws IOException {
        String request = """
                %s HTTP/1.1
                Host: %s:%d
                Connection: close
                Authorization: Bearer %s
                Liveroom-Lane: shared
                Content-Type: application/sdp
                Content-Length: %d

                """.formatted(what, here.getHostAddress(), port, key, body.length());
        try (Socket socket = new Socket(here, port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((request.replace("\n", "\r\n") + body).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String read(String resource) {
        try (InputStream stream = Objects.requireNonNull(Rehearsal.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
