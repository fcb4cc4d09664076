package liveroom.transport;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import liveroom.transport.TransportException.Code;
import liveroom.transport.http.HttpDoor;
import liveroom.transport.http.RequestHandler;
import org.jspecify.annotations.Nullable;

/// Where the room listens, by HTTP and, beside it, by HTTPS. The address may change while it is open. Free-threaded.
final class FrontDoor {
    private final RequestHandler routes;
    private @Nullable InetAddress address;
    private @Nullable Opened plain;
    private @Nullable Opened secure;
    private boolean closed;

    /// @param port kept, since a door that was closed has none any more
    private record Opened(HttpDoor door, int port, @Nullable SSLContext context) {}

    FrontDoor(RequestHandler routes) {
        this.routes = routes;
    }

    synchronized void open(InetAddress where, int port) throws TransportException {
        if (plain == null) {
            plain = listen(where, port, null);
            address = where;
        }
    }

    /// Listens for HTTPS on the same address. What listened for it before is closed first.
    synchronized void openSecure(int port, SSLContext context) throws TransportException {
        InetAddress where = present(address);
        if (secure != null) {
            secure.door().close();
            secure = null;
        }
        secure = listen(where, port, context);
    }

    synchronized int port() {
        return present(plain).port();
    }

    synchronized OptionalInt securePort() {
        return secure == null ? OptionalInt.empty() : OptionalInt.of(secure.port());
    }

    /// Leaves the old address before it takes the new one, since one may include the other.
    synchronized void rebind(InetAddress where) throws TransportException {
        InetAddress before = present(address);
        try {
            move(where);
        } catch (TransportException e) {
            move(before);
            throw e;
        }
    }

    private void move(InetAddress where) throws TransportException {
        plain = again(present(plain), where);
        address = where;
        if (secure != null) {
            secure = again(secure, where);
        }
    }

    private Opened again(Opened leaving, InetAddress where) throws TransportException {
        leaving.door().close();
        return listen(where, leaving.port(), leaving.context());
    }

    /// Stops listening; tells whether this was the first call.
    synchronized boolean closeForGood() {
        if (closed) {
            return false;
        }
        closed = true;
        if (plain != null) {
            plain.door().close();
        }
        if (secure != null) {
            secure.door().close();
        }
        return true;
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the room is not open");
        }
        return part;
    }

    private Opened listen(InetAddress where, int port, @Nullable SSLContext context) throws TransportException {
        if (closed) {
            throw new TransportException(Code.CLOSED, "The room has been closed.");
        }
        try {
            HttpDoor door =
                    context == null ? new HttpDoor(where, port, routes) : new HttpDoor(where, port, context, routes);
            return new Opened(door, door.port(), context);
        } catch (BindException e) {
            throw String.valueOf(e.getMessage()).contains("in use")
                    ? new TransportException(
                            Code.PORT_TAKEN,
                            "Port " + port + " is in use by another program. Choose another port, or end that program.",
                            e)
                    : unusable(where, port, e);
        } catch (IOException e) {
            throw unusable(where, port, e);
        }
    }

    private static TransportException unusable(InetAddress where, int port, IOException cause) {
        return new TransportException(
                Code.ADDRESS_UNUSABLE,
                "The studio cannot listen on " + where.getHostAddress() + " port " + port + ".",
                cause);
    }
}
