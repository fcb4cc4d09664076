package liveroom.transport.shared;

import java.util.concurrent.CompletableFuture;

/// One viewer on the shared lane, as the rest of the room holds it. Free-threaded. While its tracks serve it,
/// it keeps its seat.
public final class Seat {
    private final SharedLane lane;
    private final Placed placed;
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    Seat(SharedLane lane, Placed placed) {
        this.lane = lane;
        this.placed = placed;
    }

    /// As last looked at, some times a second.
    public SeatFigures figures() {
        return placed.figures();
    }

    /// The viewer cannot decode on.
    ///
    /// @param ssrc of the pictures that it means
    public void keyframeWanted(int ssrc) {
        lane.post(() -> placed.keyframeWanted(ssrc, lane.nanos()));
    }

    /// Pictures come to the viewer later and later.
    ///
    /// @param ssrc of the latest
    /// @param sequence of the latest
    /// @param kbps what came of late
    public void late(int ssrc, int sequence, double kbps) {
        lane.post(() -> placed.late(ssrc, sequence, kbps, lane.nanos()));
    }

    /// The viewer's report, once a second.
    public void reported(Delivery delivery) {
        lane.post(() -> placed.reported(delivery, lane.nanos()));
    }

    /// What is known of the viewer's connection, once a second.
    ///
    /// @param rttMs round trip; NaN if it is not known
    /// @param tracksLostPercent of the tracks' packets
    public void measured(double rttMs, double tracksLostPercent) {
        lane.post(() -> placed.measured(rttMs, tracksLostPercent));
    }

    /// The viewer has opened one more connection, which is used from now on.
    public void add(Outlet outlet) {
        lane.post(() -> placed.add(outlet, lane.nanos()));
    }

    /// That connection is to be used no more. Completes when it is not, on the lane's thread or the caller's.
    public CompletableFuture<Void> remove(Outlet outlet) {
        CompletableFuture<Void> removed = new CompletableFuture<>();
        lane.post(() -> {
            placed.remove(outlet, lane.nanos());
            removed.complete(null);
        });
        return removed.applyToEither(left, _ -> null);
    }

    /// Ends this viewer's service. Completes when the outlet is used no more, on the lane's thread or the caller's.
    public CompletableFuture<Void> leave() {
        lane.leave(this);
        return left;
    }

    Placed placed() {
        return placed;
    }

    void hasLeft() {
        left.complete(null);
    }
}
