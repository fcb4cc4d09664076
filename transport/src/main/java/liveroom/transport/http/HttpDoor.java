package liveroom.transport.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A listening HTTP/1.1 server, with TLS or without: reads requests within limits, hands them on, sends the answers
/// with the security headers. Logs no address, path or header, since those may hold a key.
public final class HttpDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
    /// The server warns, with a stack trace, of every request that breaks off: strangers could fill the log with them.
    private static final java.util.logging.Logger SERVER_LOG = java.util.logging.Logger.getLogger("io.helidon");

    private static final int MAX_PROLOGUE_BYTES = 2048;
    private static final int MAX_HEADERS_BYTES = 16 * 1024;
    private static final int MAX_CONNECTIONS = 1024;

    static final Tls PLAIN = Tls.builder().enabled(false).build();

    private final RequestHandler handler;
    private final LongAnswers longAnswers = new LongAnswers();
    private final WebServer server;

    /// Binds and listens.
    ///
    /// @param port 0 for any free one
    /// @throws BindException if the port is taken or the address is not of this machine
    public HttpDoor(InetAddress address, int port, RequestHandler handler) throws IOException {
        this(address, port, PLAIN, ConnectionLimits.USUAL, handler);
    }

    /// Binds and listens for HTTPS.
    ///
    /// @param port 0 for any free one
    /// @throws BindException if the port is taken or the address is not of this machine
    public HttpDoor(InetAddress address, int port, SSLContext secure, RequestHandler handler) throws IOException {
        this(address, port, Tls.builder().sslContext(secure).build(), ConnectionLimits.USUAL, handler);
    }

    HttpDoor(InetAddress address, int port, Tls tls, ConnectionLimits limits, RequestHandler handler)
            throws IOException {
        this.handler = handler;
        SERVER_LOG.setLevel(Level.SEVERE);
        try {
            server = WebServer.builder()
                    .address(address)
                    .port(port)
                    .tls(tls)
                    .shutdownHook(false)
                    .maxPayloadSize(RequestReader.MAX_DROPPED_BYTES)
                    .maxTcpConnections(MAX_CONNECTIONS)
                    .idleConnectionTimeout(limits.forOneRequest())
                    .idleConnectionPeriod(limits.period())
                    .shutdownGracePeriod(Duration.ofMillis(300))
                    .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                    .protocolsDiscoverServices(false)
                    .addConnectionSelector(new BoundedConnections(
                            limits,
                            longAnswers,
                            Http1Config.builder()
                                    .maxPrologueLength(MAX_PROLOGUE_BYTES)
                                    .maxHeadersSize(MAX_HEADERS_BYTES)
                                    .build()))
                    .directHandlers(PlainRefusals.all())
                    .routing(routing -> routing.any(this::handle))
                    .build()
                    .start();
        } catch (RuntimeException e) {
            throw asBindException(e);
        }
        requireListening(address, port);
    }

    /// Helidon only logs that it could not listen; to bind once more shows why.
    private void requireListening(InetAddress address, int port) throws IOException {
        if (server.isRunning() && server.port() > 0) {
            return;
        }
        server.stop();
        try (ServerSocket again = new ServerSocket()) {
            again.bind(new InetSocketAddress(address, port));
        }
        throw new IOException("The HTTP server did not start on port " + port + ". Try again, or choose another port.");
    }

    public int port() {
        return server.port();
    }

    /// Stops listening and ends open connections.
    @Override
    public void close() {
        server.stop();
    }

    private static IOException asBindException(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind) {
                return bind;
            }
        }
        return new IOException(thrown.getMessage(), thrown);
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private void handle(ServerRequest request, ServerResponse response) {
        boolean headOnly = request.prologue().method().text().equals("HEAD");
        HttpAnswer answer;
        try {
            answer = handler.answer(RequestReader.read(request));
        } catch (RequestReader.UnreadableException e) {
            send(HttpAnswer.refusal(e.status(), e.sentence()).with("Connection", "close"), headOnly, response);
            // else the server would take the rest of the body for the next request
            throw new CloseConnectionException("a body could not be read", e);
        } catch (RuntimeException e) {
            LOG.warn("A request failed inside the studio", e);
            answer = HttpAnswer.refusal(500, "Something went wrong inside the studio.");
        }
        send(answer, headOnly, response);
        if (request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) { // the server says it, and does not do it
            throw new CloseConnectionException("the sender wished it");
        }
    }

    private void send(HttpAnswer answer, boolean headOnly, ServerResponse response) {
        response.status(Status.create(answer.status()));
        SecurityHeaders.ALL.forEach((name, value) -> response.header(HeaderNames.create(name), value));
        if (!answer.type().isEmpty()) {
            response.header(HeaderNames.CONTENT_TYPE, answer.type());
        }
        for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
            response.header(
                    HeaderNames.create(header.getKey()), header.getValue().toArray(String[]::new));
        }
        switch (answer.content()) {
            case HttpAnswer.Content.Whole(byte[] bytes) when bytes.length > 0 && !headOnly -> response.send(bytes);
            case HttpAnswer.Content.Stream(HttpAnswer.StreamWriter writer) when !headOnly -> stream(writer, response);
            default -> response.send();
        }
    }

    private void stream(HttpAnswer.StreamWriter writer, ServerResponse response) {
        response.header(HeaderNames.CONNECTION, "close");
        try (OutputStream body = response.outputStream()) {
            longAnswers.write(writer, body);
        } catch (IOException | RuntimeException e) { // the server has several for a requester who is gone
            throw new CloseConnectionException("a stream broke off", e);
        }
    }
}
