package liveroom.transport;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import liveroom.encoder.Rung;
import liveroom.transport.peer.Channel;
import liveroom.transport.peer.Peer;
import liveroom.transport.shared.Seat;
import liveroom.transport.shared.SeatFigures;
import liveroom.transport.shared.SharedLane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// By which lane one viewer is served. Who has opened the channel `media` is served on the shared lane, if the room has
/// one; its tracks sleep meanwhile. Confined to the thread `room`.
final class ViewerLane {
    private final @Nullable SharedLane shared;
    private final Peer peer;
    private final Consumer<Runnable> room;
    private final Consumer<Record> control;
    private @Nullable Channel media;
    private @Nullable Seat seat;
    private @Nullable Record told;
    private boolean ended;

    /// @param room runs what it is given on the thread `room`
    /// @param control tells the viewer something
    ViewerLane(@Nullable SharedLane shared, Peer peer, Consumer<Runnable> room, Consumer<Record> control) {
        this.shared = shared;
        this.peer = peer;
        this.room = room;
        this.control = control;
    }

    Lane lane() {
        return seat == null ? Lane.TRACK : Lane.SHARED;
    }

    Optional<SeatFigures> figures() {
        return Optional.ofNullable(seat).map(Seat::figures);
    }

    boolean isOn(Channel channel) {
        return media == channel;
    }

    /// The channel has opened. Returns `false` if there is one already.
    boolean mediaOpened(Channel channel) {
        if (media != null || ended) {
            return ended;
        }
        media = channel;
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

    /// Reads what concerns the lane, and leaves the rest alone.
    void take(String type, JsonNode message) {
        switch (type) {
            case "keyframe" -> {
                JsonNode ssrc = message.path("ssrc");
                if (seat != null && ssrc.isIntegralNumber() && ssrc.canConvertToLong()) {
                    seat.keyframeWanted((int) ssrc.longValue());
                }
            }
            default -> {} // not of the lane
        }
    }

    /// Leaves the shared lane for good. When that is done the connection may be closed.
    CompletableFuture<Void> leave() {
        ended = true;
        Seat left = seat;
        seat = null;
        return left == null ? CompletableFuture.completedFuture(null) : left.leave();
    }

    private void toShared() {
        Channel channel = media;
        if (shared == null || channel == null) {
            tell(new Wire.OnTracks());
            return;
        }
        peer.set(Peer.Tracks.ASLEEP);
        seat = shared.join(channel.outlet(), rung -> room.accept(() -> rungChanged(rung)));
    }

    private void toTracks() {
        Seat left = seat;
        seat = null;
        if (left != null) {
            var _ = left.leave();
        }
        peer.set(Peer.Tracks.AWAKE);
        tell(new Wire.OnTracks());
    }

    private void rungChanged(Rung rung) {
        if (seat != null) {
            tell(new Wire.OnShared(rung));
        }
    }

    private void tell(Record message) {
        told = message;
        control.accept(message);
    }
}
