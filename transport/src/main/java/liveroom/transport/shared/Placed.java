package liveroom.transport.shared;

import java.util.Optional;
import liveroom.encoder.Rung;
import liveroom.transport.rtp.ReceptionReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One viewer between control and service: what [LaneControl] decides is done here. Confined to the thread
/// `shared-lane`, but for [#figures()].
final class Placed {
    /// How long both lanes serve a viewer that goes over to its tracks.
    static final long OVERLAP_NANOS = 1_500_000_000L;

    /// A queue on the way is rarely longer.
    private static final double LONGEST_HOLD_MS = 250;

    private static final Logger LOG = LoggerFactory.getLogger(Placed.class);

    private final Broadcast broadcast;
    private final SeatListener listener;
    private final TrackEncoders encoders;
    private final LaneControl control;
    private final Served served;
    private Service service = Service.NONE;
    private int toldRung;
    private int toldConnections = 1;
    private long endNanos;
    private volatile SeatFigures figures;

    private enum Service {
        NONE,
        FULL,
        /// Until the tracks have taken over.
        ENDING
    }

    Placed(Broadcast broadcast, Outlet outlet, SeatListener listener, TrackEncoders encoders, long nowNanos) {
        this.broadcast = broadcast;
        this.listener = listener;
        this.encoders = encoders;
        control = new LaneControl(broadcast.kbps(), nowNanos);
        served = new Served(outlet, control, this::atRung);
        figures = served.counts().look(nowNanos, Optional.of(broadcast.bestPicture().rung), served.queue());
    }

    Served served() {
        return served;
    }

    SeatFigures figures() {
        return figures;
    }

    void keyframeWanted(int ssrc, long nowNanos) {
        if (served.keyframeWanted(ssrc, nowNanos)) {
            control.keyframeWanted(nowNanos);
        }
    }

    /// Pictures come to the viewer later and later. If they do wait on the way, that leaves before a lower rung begins:
    /// more would only be lost.
    void late(int ssrc, int sequence, double kbps, long nowNanos) {
        double queueMs = control.queues(nowNanos, served.sentAgoMillis(ssrc, sequence, nowNanos), kbps);
        if (queueMs > 0) {
            long holdNanos = (long) (Math.min(queueMs, LONGEST_HOLD_MS) * 1e6);
            served.hold(broadcast.picture(control.rung()), nowNanos + holdNanos);
        }
    }

    /// Of what is lost only sound counts: pictures that the viewer was spared look lost to it as well.
    void reported(Delivery delivery, long nowNanos) {
        int sound = broadcast.sound().rtp.ssrc();
        double lost = delivery.blocks().stream()
                .filter(block -> block.ssrc() == sound)
                .mapToDouble(ReceptionReport::lostShare)
                .max()
                .orElse(0);
        if (delivery.overtaken() >= 0) {
            served.queue().knowsParts();
        }
        control.sent(served.queue().takeSent());
        control.reported(nowNanos, delivery.queueMs(), lost, delivery.overtaken());
    }

    /// One more connection is open.
    void add(Outlet outlet, long nowNanos) {
        served.queue().add(outlet);
        control.connected(nowNanos, served.queue().connections());
    }

    /// That connection is used no more.
    void remove(Outlet outlet, long nowNanos) {
        served.queue().remove(outlet);
        control.connected(nowNanos, served.queue().connections());
    }

    void measured(double rttMs, double tracksLostPercent) {
        if (Double.isFinite(rttMs)) {
            control.roundTrip(rttMs);
            served.queue().roundTrip(rttMs);
        }
        if (control.way() == LaneControl.Way.TRACK) {
            control.tracksLost(tracksLostPercent);
        }
    }

    /// Draws the conclusions. Done some times a second.
    void look(long nowNanos) {
        control.limit(nowNanos, broadcast.highestRung());
        boolean taken = control.wantsTracks(nowNanos) && encoders.tryTake();
        LaneControl.Way before = control.way();
        control.decide(nowNanos, taken ? LaneControl.Encoders.LEFT : LaneControl.Encoders.SPENT);
        if (taken && control.way() == LaneControl.Way.SHARED) {
            encoders.release(); // what spoke for the tracks was gone when it was decided
        }
        if (control.way() != before || control.rung() != toldRung) {
            toldRung = control.rung();
            LOG.info("A viewer goes to {} at rung {}; last trouble: {}", control.way(), toldRung, control.latestSign());
        }
        switch (control.way()) {
            case SHARED -> serve(nowNanos);
            case TRACK -> {
                if (before == LaneControl.Way.SHARED) {
                    service = Service.ENDING;
                    endNanos = nowNanos + OVERLAP_NANOS;
                    listener.toTracks();
                }
                end(nowNanos);
            }
        }
        if (control.connections() != toldConnections) {
            toldConnections = control.connections();
            LOG.info("A viewer is to have {} connections", toldConnections);
            listener.connections(toldConnections);
        }
        figures = served.counts().look(nowNanos, rung(), served.queue());
    }

    private Optional<Rung> rung() {
        PictureSource sent = served.current();
        if (sent != null) {
            return Optional.of(sent.rung);
        }
        return control.isSoundAlone() ? Optional.empty() : Optional.of(broadcast.picture(control.rung()).rung);
    }

    /// Until the tracks have woken the viewer sees what the shared lane can still bring.
    private void end(long nowNanos) {
        if (service == Service.ENDING && nowNanos - endNanos >= 0) {
            rest();
        } else if (service == Service.ENDING) {
            sendRung(nowNanos);
        }
    }

    /// What is sent while the tracks take over is no change of lane.
    private void atRung(Rung rung) {
        if (control.way() == LaneControl.Way.SHARED) {
            listener.atRung(rung);
        }
    }

    private void serve(long nowNanos) {
        if (service == Service.NONE) {
            broadcast.sound().use(nowNanos);
        }
        service = Service.FULL;
        sendRung(nowNanos);
    }

    private void sendRung(long nowNanos) {
        if (!control.isSoundAlone()) {
            served.want(broadcast.picture(control.rung()), nowNanos);
        } else if (served.wantSoundAlone() && control.way() == LaneControl.Way.SHARED) {
            listener.soundAlone();
        }
    }

    /// Has the viewer sent nothing until it is looked at again.
    void rest() {
        if (service != Service.NONE) {
            service = Service.NONE;
            broadcast.sound().unuse();
            served.rest();
        }
    }
}
