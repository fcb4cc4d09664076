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
    /// Of a room that has been opened, even if it listens nowhere just now.
    private @Nullable Place place;
    /// None before the room is opened, and while it can listen nowhere.
    private @Nullable HttpDoor door;
    private boolean closed;

    private record Place(InetAddress address, int port) {}

    FrontDoor(RequestHandler routes) {
        this.routes = routes;
    }

    synchronized void open(InetAddress address, int port) throws TransportException {
        if (place == null) {
            listen(address, port);
        }
    }

    synchronized int port() {
        return present().port();
    }

    /// Leaves the old address before it takes the new one, since one may include the other. If the room can listen at
    /// neither, it may be called again, with either.
    synchronized void rebind(InetAddress address) throws TransportException {
        Place before = present();
        leave();
        try {
            listen(address, before.port());
        } catch (TransportException e) {
            try {
                listen(before.address(), before.port());
            } catch (TransportException again) {
                e.addSuppressed(again);
                throw new TransportException(
                        e.code(), e.getMessage() + " Nobody can come in until the studio listens again.", e);
            }
            throw e;
        }
    }

    /// Stops listening; tells whether this was the first call.
    synchronized boolean closeForGood() {
        if (closed) {
            return false;
        }
        closed = true;
        leave();
        return true;
    }

    private Place present() {
        if (place == null) {
            throw new IllegalStateException("the room is not open");
        }
        return place;
    }

    private void leave() {
        if (door != null) {
            door.close();
            door = null;
        }
    }

    private void listen(InetAddress address, int port) throws TransportException {
        if (closed) {
            throw new TransportException(Code.CLOSED, "The room has been closed.");
        }
        try {
            HttpDoor opened = new HttpDoor(address, port, routes);
            door = opened;
            place = new Place(address, opened.port());
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
