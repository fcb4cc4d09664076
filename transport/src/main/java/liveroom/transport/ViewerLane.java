package liveroom.transport;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import liveroom.encoder.Rung;
import liveroom.transport.peer.Channel;
import liveroom.transport.peer.Peer;
import liveroom.transport.peer.Peer.Tracks;
import liveroom.transport.shared.Seat;
import liveroom.transport.shared.SeatListener;
import liveroom.transport.shared.SharedLane;
import liveroom.transport.shared.TrackEncoders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// By which lane one viewer is served. Who has opened the channel `media` is served on the shared lane, if the
/// room has one, and its tracks sleep. Who announces it when it comes is shown the tracks until then, as they need
/// nothing that the page would have to load first, if there is an encoder to spare. Confined to the thread `room`.
final class ViewerLane {
    /// How long the tracks of a viewer sleep that announces `media` and does not open it.
    private static final long MEDIA_SECONDS = 8;
    /// While both lanes serve a viewer that comes back from its tracks.
    private static final long OVERLAP_MILLIS = 1000;
    /// What a viewer may say that comes.
    private static final double MOST_KBPS = 1e6;
    /// A viewer may wish itself to the shared lane that often.
    private static final long WISHES_APART_NANOS = 10_000_000_000L;

    private final Services services;
    private final Peer peer;
    private final Consumer<Record> control;
    private final Lane offered;
    private @Nullable Channel media;
    private @Nullable Seat seat;
    /// Done when the seats that were left are empty.
    private CompletableFuture<Void> left = CompletableFuture.completedFuture(null);
    private @Nullable Record told;
    private final ViewerStripes stripes;
    private Lane lane = Lane.TRACK;
    private Tracks tracks = Tracks.AWAKE;
    private SharedRates rates = SharedRates.NONE;
    private long wishedNanos = Long.MIN_VALUE / 4;
    private boolean newcomer;
    private @Nullable Future<?> patience;
    private boolean ended;

    /// What the room has for all viewers.
    ///
    /// @param shared the shared lane, if the room has one
    /// @param encoders for those who need their tracks
    /// @param further connections for those whose links lose packets
    /// @param room the thread `room`
    record Services(
            @Nullable SharedLane shared,
            TrackEncoders encoders,
            FurtherConnections further,
            ScheduledExecutorService room,
            LongSupplier nanos) {
        /// The same for who watches what the shared lane does not carry.
        Services byTracksAlone() {
            return new Services(null, encoders, further, room, nanos);
        }
    }

    /// @param announced the lane that the viewer has announced
    /// @param control tells the viewer something
    /// @param garbage called where the viewer sends what it must not
    ViewerLane(Services services, Peer peer, Lane announced, Consumer<Record> control, Runnable garbage) {
        this.services = services;
        this.peer = peer;
        this.control = control;
        stripes = new ViewerStripes(services.further(), services.room(), control, garbage);
        SharedLane shared = services.shared();
        offered = shared == null ? Lane.TRACK : announced;
        if (offered == Lane.TRACK || shared == null) {
            services.encoders().take();
            return;
        }
        shared.expect();
        newcomer = services.encoders().tryTakeForNewcomer();
        if (!newcomer) {
            tracks = Tracks.ASLEEP;
            peer.set(tracks);
        }
    }

    /// The shared lane for who announced it, if the room has one.
    Lane offered() {
        return offered;
    }

    Lane lane() {
        return lane;
    }

    /// The one that is to serve it: who comes to the shared lane may be shown tracks for the first seconds.
    Lane heading() {
        return newcomer || tracks == Tracks.ASLEEP ? Lane.SHARED : lane;
    }

    Tracks tracks() {
        return tracks;
    }

    /// What was sent on the shared lane; empty if the viewer has no place there.
    Optional<SharedRates> rates() {
        return seat == null ? Optional.empty() : Optional.of(rates);
    }

    /// The connections that it has beside its first.
    ViewerStripes stripes() {
        return stripes;
    }

    boolean isOn(Channel channel) {
        return media == channel;
    }

    /// The viewer's connection is up: now it should open what it announced.
    void connected() {
        if (offered == Lane.SHARED && media == null && patience == null) {
            patience = services.room().schedule(this::stayWithoutMedia, MEDIA_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void stayWithoutMedia() {
        if (media == null && !ended) {
            settle();
            wake();
        }
    }

    /// What is scheduled would keep the viewer in memory.
    private void waitNoLonger() {
        if (patience != null) {
            patience.cancel(false);
        }
    }

    private void settle() {
        if (newcomer) {
            newcomer = false;
            services.encoders().settled();
        }
    }

    /// The channel has opened. Returns `false` if there is one already.
    boolean mediaOpened(Channel channel) {
        if (media != null || ended) {
            return ended;
        }
        media = channel;
        waitNoLonger();
        toShared();
        return true;
    }

    void mediaClosed() {
        media = null;
        if (!ended) {
            toTracks();
        }
    }

    /// The control channel has opened: what the viewer should know by now.
    void controlOpened() {
        if (told != null) {
            control.accept(told);
        }
    }

    /// The viewer cannot decode on.
    void keyframeWanted(int ssrc) {
        if (seat != null) {
            seat.keyframeWanted(ssrc);
        }
    }

    /// Pictures come to the viewer later and later, see [Seat#late].
    void late(JsonNode message) {
        JsonNode ssrc = message.path("ssrc");
        double kbps = message.path("kbps").asDouble(0);
        if (seat != null && ssrc.isIntegralNumber() && ssrc.canConvertToLong() && kbps >= 0 && kbps < MOST_KBPS) {
            seat.late((int) ssrc.longValue(), message.path("sequence").asInt(-1), kbps);
        }
    }

    /// The viewer would be served otherwise. A wish for the tracks is granted to who is on the shared lane, as far as
    /// there are encoders for those who cannot do without.
    void wished(Lane wish) {
        if (media == null || ended) {
            return;
        }
        long now = services.nanos().getAsLong();
        switch (wish) {
            case TRACK -> {
                if (seat != null
                        && (tracks == Tracks.AWAKE || services.encoders().areForWishes())) {
                    wishedNanos = now;
                    toTracks();
                }
            }
            case SHARED -> {
                if (seat == null && now - wishedNanos > WISHES_APART_NANOS) {
                    wishedNanos = now;
                    toShared();
                }
            }
        }
    }

    void reported(Report report) {
        if (seat != null) {
            seat.reported(report.delivery());
        }
    }

    /// Done once a second.
    void poll(Traffic traffic) {
        if (seat != null) {
            seat.measured(
                    traffic.latest().rttMs().orElse(Double.NaN),
                    traffic.latest().lossPercent());
            rates = rates.next(seat.figures());
        }
    }

    /// Ends all service. When that is done the connection may be closed.
    CompletableFuture<Void> leave() {
        ended = true;
        waitNoLonger();
        settle();
        leaveSeat();
        if (tracks == Tracks.AWAKE) {
            services.encoders().release();
        }
        return left;
    }

    private void leaveSeat() {
        if (seat != null) {
            left = CompletableFuture.allOf(left, seat.leave());
            seat = null;
        }
    }

    private void toShared() {
        Channel channel = media;
        SharedLane shared = services.shared();
        if (shared == null || channel == null) {
            tell(new Wire.OnTracks());
            return;
        }
        Hearing hearing = new Hearing();
        Seat taken = shared.join(channel.outlet(), hearing);
        hearing.of = taken;
        seat = taken;
        rates = SharedRates.NONE;
        if (told == null && tracks == Tracks.ASLEEP) {
            lane = Lane.SHARED; // nothing has been shown yet
        }
    }

    private void toTracks() {
        leaveSeat();
        stripes.endAll();
        settle();
        wake();
        lane = Lane.TRACK;
        tell(new Wire.OnTracks());
    }

    private void wake() {
        if (tracks == Tracks.ASLEEP) {
            services.encoders().take();
            tracks = Tracks.AWAKE;
            peer.set(tracks);
        }
    }

    private void sleep() {
        settle();
        if (tracks == Tracks.AWAKE) {
            services.encoders().release();
            tracks = Tracks.ASLEEP;
            peer.set(tracks);
        }
    }

    private void tell(Record message) {
        told = message;
        control.accept(message);
    }

    /// Carries what the shared lane decides to the thread `room`.
    private final class Hearing implements SeatListener {
        private @Nullable Seat of;

        @Override
        public void atRung(Rung rung) {
            onRoom(() -> onShared(new Wire.OnShared(rung)), () -> {});
        }

        @Override
        public void soundAlone() {
            onRoom(() -> onShared(Wire.OnShared.soundAlone()), () -> {});
        }

        @Override
        public void toTracks() {
            onRoom(this::tracksTaken, services.encoders()::release);
        }

        @Override
        public void connections(int wanted) {
            onRoom(
                    () -> {
                        if (of != null) {
                            stripes.want(of, wanted);
                        }
                    },
                    () -> {});
        }

        private void onRoom(Runnable work, Runnable otherwise) {
            services.room().execute(() -> {
                boolean valid = !ended && of == seat;
                (valid ? work : otherwise).run();
            });
        }

        private void onShared(Wire.OnShared how) {
            boolean back = lane == Lane.TRACK;
            lane = Lane.SHARED;
            tell(how);
            if (back) {
                var _ = services.room().schedule(this::sleepAgain, OVERLAP_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        private void sleepAgain() {
            if (!ended && of == seat && lane == Lane.SHARED) {
                sleep();
            }
        }

        /// An encoder has been taken already.
        private void tracksTaken() {
            settle();
            if (tracks == Tracks.AWAKE) {
                services.encoders().release(); // it had not gone to sleep yet
            } else {
                tracks = Tracks.AWAKE;
                peer.set(tracks);
            }
            lane = Lane.TRACK;
            tell(new Wire.OnTracks());
        }
    }
}
