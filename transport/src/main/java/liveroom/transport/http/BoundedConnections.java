package liveroom.transport.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 connections of which no stranger can hold many, or one for long: each address has its share, and a request
/// that has not come whole and been answered in time ends its connection, wherever in it the sender stopped. An answer
/// that goes on takes as long as it takes.
///
/// The server itself ends connections that wait for a request's first line, but not those that stop in the headers or
/// the body. This computer's own address has no share: a tunnel or reverse proxy brings everybody from there.
/// Free-threaded.
final class BoundedConnections implements ServerConnectionSelector {
    private final ConnectionLimits limits;
    private final LongAnswers longAnswers;
    private final ServerConnectionSelector http;
    private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();

    BoundedConnections(ConnectionLimits limits, LongAnswers longAnswers, Http1Config config) {
        this.limits = limits;
        this.longAnswers = longAnswers;
        http = Http1ConnectionSelector.builder().config(config).build();
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new Bounded(ClientAddress.of(context.remotePeer().address()), http.connection(context));
    }

    private final class Bounded implements ServerConnection {
        private final String address;
        private final ServerConnection connection;
        private volatile @Nullable Thread thread;

        Bounded(String address, ServerConnection connection) {
            this.address = address;
            this.connection = connection;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            thread = Thread.currentThread();
            int held = perAddress.merge(address, 1, Integer::sum);
            try {
                if (held > limits.perAddress() && !ClientAddress.isThisComputer(address)) {
                    throw new CloseConnectionException("one address holds its share of connections");
                }
                connection.handle(limit);
            } finally {
                perAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
            }
        }

        @Override
        public Duration idleTime() {
            Thread serving = thread;
            boolean answering = serving != null && longAnswers.isGivenBy(serving);
            return answering ? Duration.ZERO : connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt || idleTime().compareTo(limits.forOneRequest()) > 0);
        }
    }
}
