package liveroom.transport;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.transport.chat.Chat;
import liveroom.transport.http.HttpDoor;
import liveroom.transport.http.RateLimit;
import liveroom.transport.peer.PeerFactory;
import liveroom.transport.peer.PeerSettings;
import liveroom.transport.sdp.Offer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where viewers come in: an HTTP door, a peer connection for each viewer, the chat. Every method is callable from any
/// thread. All that concerns viewers happens on one thread named `room`.
public final class Room implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final double REQUESTS_PER_SECOND = 20;
    private static final double REQUEST_BURST = 60;
    private static final long CLOSING_SECONDS = 10;

    private final RoomSettings settings;
    private final ScheduledExecutorService thread;
    private final PeerFactory factory;
    private final Viewers viewers;
    private final Routes routes;
    private final RoomChat chat;
    private volatile RoomState state = RoomState.WAITING;
    private volatile String key;
    private @Nullable HttpDoor door;
    private boolean closed;

    /// Loads the native library; nothing listens yet.
    public Room(RoomSettings settings, StudioClock clock) throws TransportException {
        this.settings = settings;
        this.key = settings.key();
        try {
            factory = new PeerFactory(
                    clock, new PeerSettings(settings.iceServers(), settings.bitrateKbps(), settings.fps()));
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new TransportException(
                    TransportException.Code.NATIVES_MISSING, "The WebRTC library does not load on this system.", e);
        }
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("room").daemon().factory());
        viewers = new Viewers(thread, factory);
        chat = new RoomChat(viewers);
        routes = new Routes(
                settings,
                () -> state,
                viewers::count,
                new WhepEndpoint(settings, new Door()),
                new RateLimit(REQUESTS_PER_SECOND, REQUEST_BURST, clock::nanos));
    }

    /// Begins to listen.
    public synchronized void open() throws TransportException {
        if (door == null) {
            door = listen(settings.address(), settings.port());
        }
    }

    /// Where the room listens.
    ///
    /// @throws IllegalStateException before [#open()]
    public synchronized int port() {
        if (door == null) {
            throw new IllegalStateException("the room is not open");
        }
        return door.port();
    }

    /// Listens on another address, the same port. Viewers who are in do not notice. If that fails, the room listens
    /// where
    /// it did before.
    public synchronized void rebind(InetAddress address) throws TransportException {
        HttpDoor before = door;
        if (before == null) {
            throw new IllegalStateException("the room is not open");
        }
        InetAddress addressBefore = boundTo == null ? settings.address() : boundTo;
        int port = before.port();
        before.close();
        door = null;
        try {
            door = listen(address, port);
        } catch (TransportException e) {
            door = listen(addressBefore, port);
            throw e;
        }
    }

    private @Nullable InetAddress boundTo;

    private HttpDoor listen(InetAddress address, int port) throws TransportException {
        if (closed) {
            throw new TransportException(TransportException.Code.CLOSED, "The room has been closed.");
        }
        try {
            HttpDoor opened = new HttpDoor(address, port, routes);
            boundTo = address;
            return opened;
        } catch (BindException e) {
            boolean taken = String.valueOf(e.getMessage()).contains("in use");
            throw taken
                    ? new TransportException(
                            TransportException.Code.PORT_TAKEN,
                            "Port " + port + " is in use by another program. Choose another port, or end that program.",
                            e)
                    : new TransportException(
                            TransportException.Code.ADDRESS_UNUSABLE,
                            "The studio cannot listen on " + address.getHostAddress() + " port " + port + ".",
                            e);
        } catch (IOException e) {
            throw new TransportException(
                    TransportException.Code.ADDRESS_UNUSABLE,
                    "The studio cannot listen on " + address.getHostAddress() + " port " + port + ".",
                    e);
        }
    }

    public RoomState state() {
        return state;
    }

    /// Lets viewers in from now on.
    public void goLive() {
        state = RoomState.LIVE;
    }

    /// Tells every viewer that the show is over, then ends their connections. There may be another show.
    public void endShow() {
        if (state == RoomState.LIVE) {
            state = RoomState.ENDED;
            thread.execute(() -> {
                viewers.tellEnded();
                var _ = thread.schedule(viewers::freeAll, Viewers.FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
            });
        }
    }

    /// Takes the program's pictures, on the `program` thread.
    public FrameSink<VideoFrame> videoSink() {
        return factory.videoSink();
    }

    /// Takes the program's sound in blocks of 10 ms, on the `mixer` thread.
    public FrameSink<AudioFrame> audioSink() {
        return factory.audioSink();
    }

    public Chat chat() {
        return chat;
    }

    public LaneFigures laneFigures() {
        return LaneFigures.NONE;
    }

    public List<ViewerSnapshot> viewers() {
        return viewers.snapshots();
    }

    public String key() {
        return key;
    }

    /// From now on only this key lets viewers in; those who are in stay.
    public void renewKey(String newKey) {
        if (!RoomKey.isWellFormed(newKey)) {
            throw new IllegalArgumentException("the room's key is not a key");
        }
        key = newKey;
    }

    /// Ends the show, then everything, in the order that the native library needs.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (door != null) {
                door.close();
            }
        }
        endShow();
        try {
            thread.schedule(viewers::freeAll, Viewers.FAREWELL_MILLIS, TimeUnit.MILLISECONDS)
                    .get(CLOSING_SECONDS, TimeUnit.SECONDS);
            thread.submit(() -> {}).get(CLOSING_SECONDS, TimeUnit.SECONDS);
            thread.shutdown();
            if (thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                factory.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.error("The room did not end in order", e);
        }
    }

    private <T> CompletableFuture<T> onThread(Supplier<CompletableFuture<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                var _ = work.get().whenComplete((result, failure) -> {
                    if (failure == null) {
                        done.complete(result);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private final class Door implements WhepRoom {
        @Override
        public String key() {
            return key;
        }

        @Override
        public CompletableFuture<Admission> admit(Offer offer) {
            return onThread(() -> {
                if (state != RoomState.LIVE) {
                    return CompletableFuture.completedFuture(new Admission.NotLive());
                }
                if (viewers.count() >= settings.maxViewers()) {
                    return CompletableFuture.completedFuture(new Admission.Full());
                }
                return viewers.admit(offer)
                        .<Admission>thenApply(in -> new Admission.In(in.resource(), "\"1\"", in.answer()))
                        .exceptionally(failure -> {
                            LOG.info("An offer could not be answered: {}", failure.getMessage());
                            return new Admission.Unanswerable();
                        });
            });
        }

        @Override
        public CompletableFuture<Boolean> leave(String resource) {
            return onThread(() -> {
                var viewer = viewers.byResource(resource);
                viewer.ifPresent(viewers::free);
                return CompletableFuture.completedFuture(viewer.isPresent());
            });
        }
    }
}
