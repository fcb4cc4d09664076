package liveroom.transport;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import liveroom.transport.TransportException.Code;
import liveroom.transport.http.HttpDoor;
import liveroom.transport.http.RequestHandler;
import org.jspecify.annotations.Nullable;

/// Where the room listens, which may change while it is open. Free-threaded.
final class FrontDoor {
    private final RequestHandler routes;
    private @Nullable Opened opened;
    private boolean closed;

    private record Opened(HttpDoor door, InetAddress address) {}

    FrontDoor(RequestHandler routes) {
        this.routes = routes;
    }

    synchronized void open(InetAddress address, int port) throws TransportException {
        if (opened == null) {
            opened = listen(address, port);
        }
    }

    synchronized int port() {
        return present().door().port();
    }

    /// Leaves the old address before it takes the new one, since one may include the other.
    synchronized void rebind(InetAddress address) throws TransportException {
        Opened before = present();
        int port = before.door().port();
        before.door().close();
        opened = null;
        try {
            opened = listen(address, port);
        } catch (TransportException e) {
            opened = listen(before.address(), port);
            throw e;
        }
    }

    /// Stops listening; tells whether this was the first call.
    synchronized boolean closeForGood() {
        if (closed) {
            return false;
        }
        closed = true;
        if (opened != null) {
            opened.door().close();
        }
        return true;
    }

    private Opened present() {
        if (opened == null) {
            throw new IllegalStateException("the room is not open");
        }
        return opened;
    }

    private Opened listen(InetAddress address, int port) throws TransportException {
        if (closed) {
            throw new TransportException(Code.CLOSED, "The room has been closed.");
        }
        try {
            return new Opened(new HttpDoor(address, port, routes), address);
        } catch (BindException e) {
            throw String.valueOf(e.getMessage()).contains("in use")
                    ? new TransportException(
                            Code.PORT_TAKEN,
                            "Port " + port + " is in use by another program. Choose another port, or end that program.",
                            e)
                    : unusable(address, port, e);
        } catch (IOException e) {
            throw unusable(address, port, e);
        }
    }

    private static TransportException unusable(InetAddress address, int port, IOException cause) {
        return new TransportException(
                Code.ADDRESS_UNUSABLE,
                "The studio cannot listen on " + address.getHostAddress() + " port " + port + ".",
                cause);
    }
}
