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
    private static final int NOT_OPENED = -1;
    private final RequestHandler routes;
    private final Leaf plain = new Leaf();
    private final Leaf secure = new Leaf();
    private @Nullable InetAddress address;
    private boolean closed;

    /// One of the two. It keeps its port while it can listen nowhere.
    private static final class Leaf {
        private @Nullable HttpDoor door;
        private @Nullable SSLContext context;
        private int port = NOT_OPENED;

        boolean isOpened() {
            return port != NOT_OPENED;
        }

        void leave() {
            if (door != null) {
                door.close();
                door = null;
            }
        }
    }

    FrontDoor(RequestHandler routes) {
        this.routes = routes;
    }

    synchronized void open(InetAddress where, int port) throws TransportException {
        if (!plain.isOpened()) {
            listen(plain, where, port);
            address = where;
        }
    }

    /// Listens for HTTPS on the same address. What listened for it before is closed first.
    synchronized void openSecure(int port, SSLContext context) throws TransportException {
        InetAddress where = present();
        secure.leave();
        secure.port = NOT_OPENED;
        secure.context = context;
        listen(secure, where, port);
    }

    synchronized int port() {
        present();
        return plain.port;
    }

    synchronized OptionalInt securePort() {
        return secure.isOpened() ? OptionalInt.of(secure.port) : OptionalInt.empty();
    }

    /// Leaves the old address before it takes the new one, since one may include the other. If the room can listen at
    /// neither, it may be called again, with either.
    synchronized void rebind(InetAddress where) throws TransportException {
        InetAddress before = present();
        try {
            move(where);
        } catch (TransportException e) {
            try {
                move(before);
            } catch (TransportException again) {
                e.addSuppressed(again);
                throw new TransportException(
                        e.code(), e.getMessage() + " Nobody can come in until the studio listens again.", e);
            }
            throw e;
        }
    }

    private void move(InetAddress where) throws TransportException {
        plain.leave();
        secure.leave();
        listen(plain, where, plain.port);
        address = where;
        if (secure.isOpened()) {
            listen(secure, where, secure.port);
        }
    }

    /// Stops listening; tells whether this was the first call.
    synchronized boolean closeForGood() {
        if (closed) {
            return false;
        }
        closed = true;
        plain.leave();
        secure.leave();
        return true;
    }

    private InetAddress present() {
        if (address == null) {
            throw new IllegalStateException("the room is not open");
        }
        return address;
    }

    private void listen(Leaf leaf, InetAddress where, int port) throws TransportException {
        if (closed) {
            throw new TransportException(Code.CLOSED, "The room has been closed.");
        }
        try {
            SSLContext context = leaf.context;
            HttpDoor opened =
                    context == null ? new HttpDoor(where, port, routes) : new HttpDoor(where, port, context, routes);
            leaf.door = opened;
            leaf.port = opened.port();
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
