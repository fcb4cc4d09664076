package liveroom.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.encoder.EncodedProgram;
import liveroom.encoder.Rung;
import liveroom.transport.chat.Chat;
import liveroom.transport.control.ControlEndpoint;
import liveroom.transport.control.ProducerDesk;
import liveroom.transport.control.RoomFacts;
import liveroom.transport.http.RateLimit;
import liveroom.transport.http.RequestHandler;
import liveroom.transport.peer.PeerFactory;
import liveroom.transport.peer.PeerSettings;
import liveroom.transport.shared.SharedLane;
import liveroom.transport.shared.TrackEncoders;
import liveroom.transport.tls.ServerCertificate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where viewers come in: an HTTP door, a peer connection for each viewer, the chat. Every method is callable from any
/// thread. All that concerns viewers happens on one thread named `room`.
///
/// Call [#open()], then [#goLive()]; [#close()] ends all in the order that the native library needs. The process should
/// then end by `Runtime.halt`: the library may crash while the JVM unloads it.
public final class Room implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    private static final double REQUESTS_PER_SECOND = 20;
    private static final double REQUEST_BURST = 100;
    private static final long CLOSING_SECONDS = 10;
    private static final AtomicBoolean REHEARSED = new AtomicBoolean();

    private final RoomSettings settings;
    private final ScheduledExecutorService thread = new RoomThread();
    private final PeerFactory factory;
    private final @Nullable SharedLane shared;
    private final ViewerLane.Services lanes;
    private final Viewers viewers;
    /// Who comes to the rehearsal: not in the audience.
    private final Viewers rehearsing;
    private final Capacity capacity;
    /// Of the shared lane, if the room has one.
    private final List<Rung> rungs;
    private final TrackEncoders encoders;
    private final FrontDoor door;
    private final StudioClock clock;
    private final Producers producers = new Producers();
    private final HostFigures figures = new HostFigures();
    private final Poster poster = new Poster();
    private volatile RoomState state = RoomState.WAITING;
    private volatile String key;
    private volatile boolean closing;

    /// A room that serves every viewer by tracks.
    public Room(RoomSettings settings, StudioClock clock) throws TransportException {
        this(settings, clock, null);
    }

    /// Loads the native library; nothing listens yet.
    ///
    /// @param program for the viewers who can be served with what was encoded once; closed after the room
    public Room(RoomSettings settings, StudioClock clock, @Nullable EncodedProgram program) throws TransportException {
        this(settings, clock, program, TrackEncoders.ofThisMachine());
    }

    /// A room that says how many viewers may be served by tracks if they might do without.
    public Room(RoomSettings settings, StudioClock clock, @Nullable EncodedProgram program, TrackEncoders encoders)
            throws TransportException {
        this(settings, clock, program, encoders, FurtherConnections.MOST);
    }

    /// @param further connections that all its viewers together may have beside their own
    Room(
            RoomSettings settings,
            StudioClock clock,
            @Nullable EncodedProgram program,
            TrackEncoders encoders,
            int further)
            throws TransportException {
        this.settings = settings;
        this.encoders = encoders;
        this.clock = clock;
        this.key = settings.key();
        try {
            factory = new PeerFactory(
                    clock, new PeerSettings(settings.iceServers(), settings.bitrateKbps(), settings.fps()));
        } catch (LinkageError e) {
            throw new TransportException(
                    TransportException.Code.NATIVES_MISSING, "The WebRTC library does not load on this system.", e);
        }
        shared = program == null ? null : new SharedLane(program, clock, encoders, factory.sendingThread());
        lanes = new ViewerLane.Services(
                shared, encoders, new FurtherConnections(factory.ofData(), further), thread, System::nanoTime);
        viewers = new Viewers(thread, factory, lanes, settings.title());
        rehearsing = new Viewers(thread, factory, lanes, settings.title());
        rungs = program == null ? List.of() : program.rungs();
        capacity = new Capacity(
                settings.maxViewers(),
                Runtime.getRuntime().availableProcessors(),
                rungs.isEmpty()
                        ? List.of(settings.bitrateKbps())
                        : rungs.stream().map(Rung::kbps).toList());
        Reception reception = new Reception(viewers, () -> state, this::isFullFor, settings.maxPerAddress());
        door = new FrontDoor(routesTo(reception));
        var _ = thread.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private RequestHandler routesTo(Reception reception) {
        KeyCheck keyCheck = new KeyCheck(() -> key);
        return new Routes(
                settings,
                new Api(settings.roomId(), this::body, request -> poster.answer(request, reception), keyCheck, figures),
                new WhepEndpoint(new WhepEndpoint.Place("/whep/", settings.roomId()), settings, reception, keyCheck),
                producers,
                new RateLimit(REQUESTS_PER_SECOND, REQUEST_BURST, System::nanoTime));
    }

    /// Begins to listen.
    public void open() throws TransportException {
        door.open(settings.address(), settings.port());
    }

    /// Does what a newcomer asks for, so that the first one is served as fast as the others; once in a process. Takes a
    /// fraction of a second, for which the caller waits; nobody else notices. A failure is logged and does no harm.
    public void rehearse() {
        if (closing || REHEARSED.getAndSet(true)) {
            return;
        }
        Reception reception =
                new Reception(rehearsing, () -> closing ? RoomState.ENDED : RoomState.LIVE, _ -> false, 1);
        try {
            new Rehearsal(routesTo(reception), settings, key).run();
        } catch (IOException e) {
            LOG.warn("The first newcomer could not be rehearsed", e);
        } finally {
            rehearsing.onRoom(rehearsing::freeAll);
        }
    }

    /// Begins to listen for HTTPS too, on the same address. The room does without if this fails.
    ///
    /// @param securePort 0 for any free one
    public void openSecure(int securePort, ServerCertificate certificate) throws TransportException {
        door.openSecure(securePort, certificate.context());
    }

    /// Where the room listens for HTTPS, if it does.
    public OptionalInt securePort() {
        return door.securePort();
    }

    /// Where the room listens.
    ///
    /// @throws IllegalStateException before [#open()]
    public int port() {
        return door.port();
    }

    /// Listens on another address, the same port. Viewers who are in do not notice. If that fails, the room listens
    /// where it did before; if that fails too, it lets nobody in until a later call succeeds.
    public void rebind(InetAddress address) throws TransportException {
        door.rebind(address);
    }

    public RoomState state() {
        return state;
    }

    /// Lets viewers in from now on.
    public void goLive() {
        state = RoomState.LIVE;
    }

    /// Tells every viewer that the show is over, then ends their connections. There may be another show.
    public synchronized void endShow() {
        if (state == RoomState.LIVE) {
            state = RoomState.ENDED;
            viewers.onRoom(viewers::endShow);
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

    /// The viewers who are in, in the order in which they came.
    public List<ViewerSnapshot> viewers() {
        return viewers.snapshots();
    }

    /// What there is for who comes now. In a room with a shared lane, without harm to those who are in; by tracks
    /// alone, for as many as the host lets in.
    public Vacancy vacancy() {
        int present = viewers.count();
        if (shared == null) {
            return new Vacancy(Math.max(0, settings.maxViewers() - present), Optional.empty());
        }
        int highest = capacity.highestRung();
        return new Vacancy(
                capacity.roomForMore(present), highest == 0 ? Optional.empty() : Optional.of(rungs.get(highest)));
    }

    private boolean isFull() {
        return vacancy().viewers() == 0;
    }

    /// Tracks cost far more than the shared lane: who needs them may have to wait where others need not.
    private boolean isFullFor(Lane lane) {
        return isFull() || (shared != null && lane == Lane.TRACK && !capacity.isRoomForTracks(viewers.onTracks()));
    }

    public LaneFigures laneFigures() {
        return viewers.figures();
    }

    public Chat chat() {
        return viewers.chat();
    }

    public String key() {
        return key;
    }

    /// From now on only this key lets viewers in; those who are in stay.
    public void renewKey(String newKey) {
        requireKey(newKey);
        key = newKey;
    }

    /// Seats producers at a desk: the page `/producer` and the control interface answer to `producerKey` from
    /// now on, and viewers are told what is on screen. The desk stays the caller's, to be closed after the
    /// room. Call once.
    ///
    /// @param page the files of the producers' page
    public void seatProducers(ProducerDesk desk, StaticFiles page, String producerKey) {
        requireKey(producerKey);
        ControlEndpoint control = new ControlEndpoint(desk, chat(), this::facts, clock, producerKey);
        ProducerScreens screens = new ProducerScreens(
                new ProducerScreens.Studio(settings, factory, lanes, thread),
                desk.preview(),
                request -> control.refuse(
                        request, Visitor.of(request.remote(), "", Lane.TRACK).address()));
        producers.seat(control, new Companion(desk.desk(), viewers), page, screens);
    }

    /// From now on only this key lets producers in; those who came with another are cut off at once.
    public void renewProducerKey(String newKey) {
        requireKey(newKey);
        producers.renewKey(newKey);
    }

    /// Answers `/api/stats` from now on, to whoever shows `hostKey`, with what `json` tells then. It is asked on
    /// threads of the door and must return at once.
    public void tellFigures(Supplier<String> json, String hostKey) {
        requireKey(hostKey);
        figures.tell(json, hostKey);
    }

    /// Shows newcomers what `jpeg` makes of the program, from now on, until their own picture has come. It is asked at
    /// most once a second, on threads of the door, and may take some milliseconds.
    public void showPoster(Supplier<Optional<byte[]>> jpeg) {
        poster.show(jpeg);
    }

    private static void requireKey(String key) {
        if (!RoomKey.isWellFormed(key)) {
            throw new IllegalArgumentException("the key is not a key");
        }
    }

    private Api.RoomBody body() {
        RoomState now = state;
        String name = switch (now) {
            case WAITING -> "waiting";
            case LIVE -> isFull() ? "full" : "live";
            case ENDED -> "ended";
        };
        return new Api.RoomBody(1, name, settings.title(), viewers.count());
    }

    private RoomFacts facts() {
        Api.RoomBody now = body();
        return new RoomFacts(settings.roomId(), settings.title(), key, now.state(), now.viewers());
    }

    /// Ends the show, then everything, in the order that the native library needs.
    @Override
    public void close() {
        closing = true;
        producers.close();
        if (!door.closeForGood()) {
            return;
        }
        endShow();
        try {
            thread.schedule(this::freeAll, Viewers.FAREWELL_MILLIS + 50, TimeUnit.MILLISECONDS)
                    .get(CLOSING_SECONDS, TimeUnit.SECONDS);
            if (shared != null) {
                shared.close();
            }
            thread.submit(() -> {}).get(CLOSING_SECONDS, TimeUnit.SECONDS);
            thread.shutdownNow();
            if (thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                factory.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.error("The room did not end in order", e);
        }
    }

    private void freeAll() {
        viewers.freeAll();
        rehearsing.freeAll();
        producers.freeAll();
    }

    private void tick() {
        try {
            viewers.tick();
            producers.tick();
            MachineLoad load = MachineLoad.sinceLastCall();
            encoders.observed(load.all());
            capacity.observed(load, viewers.served(rungs.size(), capacity.highestRung()));
            if (shared != null) {
                shared.limit(capacity.highestRung());
            }
        } catch (RuntimeException e) {
            LOG.error("The room's figures could not be gathered", e);
        }
    }
}
