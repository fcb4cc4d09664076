package liveroom.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import liveroom.transport.peer.Channel;
import liveroom.transport.peer.Peer;
import liveroom.transport.peer.PeerListener;
import liveroom.transport.sdp.Offer;
import liveroom.transport.sdp.SdpException;
import liveroom.transport.shared.Outlet;
import liveroom.transport.shared.Seat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The connections that one viewer has beside its own, for the shared lane: it is asked to offer them, over its channel
/// `control`, and answered there. The owner of their native side. Confined to the thread `room`.
final class ViewerStripes implements AutoCloseable {
    /// Who has not opened a connection by then cannot.
    private static final long OPEN_SECONDS = 5;
    /// What was sent on a connection that is not needed any more may still arrive.
    private static final long DRAIN_MILLIS = 500;

    private final FurtherConnections further;
    private final ScheduledExecutorService room;
    private final Consumer<Record> control;
    private final Runnable garbage;
    private final Map<Integer, Stripe> stripes = new LinkedHashMap<>();
    private int lastId;
    private boolean closed;

    /// @param control tells the viewer something
    /// @param garbage called where the viewer sends what it must not
    ViewerStripes(
            FurtherConnections further, ScheduledExecutorService room, Consumer<Record> control, Runnable garbage) {
        this.further = further;
        this.room = room;
        this.control = control;
        this.garbage = garbage;
    }

    /// Has the viewer open what is missing, or lets go of all.
    ///
    /// @param connections the viewer's own included
    void want(Seat seat, int connections) {
        if (connections <= 1) {
            new ArrayList<>(stripes.values()).forEach(Stripe::drain);
            return;
        }
        int staying =
                (int) stripes.values().stream().filter(each -> !each.leaving).count();
        for (int i = staying; !closed && i < connections - 1 && further.tryTake(); i++) {
            Stripe stripe = new Stripe(++lastId, seat);
            stripes.put(stripe.id, stripe);
            control.accept(new Wire.Stripe(stripe.id));
        }
    }

    /// The viewer offers a connection that it was asked for; any other offer is let go.
    void offered(JsonNode message) {
        Stripe stripe = named(message);
        JsonNode sdp = message.path("sdp");
        if (stripe == null || !sdp.isString() || stripe.peer != null) {
            return;
        }
        try {
            stripe.answer(Offer.parseData(sdp.stringValue()));
        } catch (SdpException _) {
            stripe.end();
            garbage.run();
        }
    }

    /// The viewer cannot open it, or has closed it.
    void over(JsonNode message) {
        Stripe stripe = named(message);
        if (stripe != null) {
            stripe.drop();
        }
    }

    private @Nullable Stripe named(JsonNode message) {
        JsonNode id = message.path("id");
        return id.isInt() ? stripes.get(id.intValue()) : null;
    }

    /// Closes all: their seat is being left.
    void endAll() {
        new ArrayList<>(stripes.values()).forEach(Stripe::drop);
    }

    /// Closes all at once. The viewer's seat has been left, and nothing is opened any more.
    @Override
    public void close() {
        closed = true;
        new ArrayList<>(stripes.values()).forEach(Stripe::end);
    }

    /// One connection, from the asking to its end.
    private final class Stripe implements PeerListener {
        private final int id;
        private final Seat seat;
        private final Future<?> patience;
        private @Nullable Peer peer;
        private @Nullable Channel media;
        private @Nullable Outlet outlet;
        private boolean leaving;

        Stripe(int id, Seat seat) {
            this.id = id;
            this.seat = seat;
            patience = room.schedule(this::end, OPEN_SECONDS, TimeUnit.SECONDS);
        }

        void answer(Offer offer) {
            Peer opened = further.open(room, this);
            peer = opened;
            var _ = opened.answer(offer).whenComplete((answer, failure) -> {
                if (!stripes.containsKey(id)) {
                    return;
                }
                if (failure == null) {
                    control.accept(new Wire.StripeAnswer(id, answer));
                } else {
                    end();
                }
            });
        }

        /// Nothing is sent on it any more; what was sent may arrive.
        void drain() {
            leave(() -> {
                var _ = room.schedule(this::end, DRAIN_MILLIS, TimeUnit.MILLISECONDS);
            });
        }

        /// It is of no use any more.
        void drop() {
            leave(this::end);
        }

        private void leave(Runnable then) {
            Outlet used = outlet;
            if (used == null) {
                end();
            } else if (!leaving) {
                leaving = true;
                var _ = seat.remove(used).thenRun(() -> room.execute(then));
            }
        }

        /// Closes it. Its outlet is used no more.
        void end() {
            if (stripes.remove(id) == null) {
                return;
            }
            waitNoLonger();
            further.release();
            control.accept(new Wire.StripeOver(id));
            if (peer != null) {
                peer.close();
            }
        }

        /// What is scheduled would keep the viewer in memory.
        private void waitNoLonger() {
            patience.cancel(false);
        }

        @Override
        public void connectivityChanged(Connectivity connectivity) {
            switch (connectivity) {
                case CONNECTING, CONNECTED -> {}
                case DISCONNECTED, FAILED, CLOSED -> drop();
            }
        }

        @Override
        public void channelOpened(Channel channel) {
            if (media == null && channel.label().equals("media") && stripes.containsKey(id)) {
                waitNoLonger();
                media = channel;
                Outlet opened = channel.outlet();
                outlet = opened;
                seat.add(opened);
            } else {
                garbageArrived();
            }
        }

        @Override
        public void channelClosed(Channel channel) {
            if (channel == media) {
                drop();
            }
        }

        /// Nothing is to be said there.
        @Override
        public void messageArrived(Channel channel, String text, long receivedUnixNanos) {
            garbageArrived();
        }

        @Override
        public void garbageArrived() {
            garbage.run();
        }

        @Override
        public void messagesLost(int count) {
            garbage.run();
        }
    }
}
