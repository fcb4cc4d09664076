package liveroom.transport.shared;

import java.util.concurrent.CompletableFuture;

/// One viewer on the shared lane, as the rest of the room holds it. Free-threaded, but for what `shared-lane` does.
public final class Seat {
    private final SharedLane lane;
    private final Served served;
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private volatile SeatFigures figures;

    Seat(SharedLane lane, Served served, SeatFigures figures) {
        this.lane = lane;
        this.served = served;
        this.figures = figures;
    }

    /// As last looked at, some times a second.
    public SeatFigures figures() {
        return figures;
    }

    /// The viewer cannot decode on.
    ///
    /// @param ssrc of the pictures that it means
    public void keyframeWanted(int ssrc) {
        lane.post(() -> served.keyframeWanted(ssrc, lane.nanos()));
    }

    /// Ends this viewer's service. Completes when the outlet is used no more, on the lane's thread or the caller's.
    public CompletableFuture<Void> leave() {
        lane.leave(this);
        return left;
    }

    Served served() {
        return served;
    }

    void look(long nowNanos) {
        PictureSource sent = served.current();
        long queue = served.isOpen() ? served.queueBytes() : 0;
        figures = served.counts().look(nowNanos, sent == null ? figures.rung() : sent.rung, queue);
    }

    void hasLeft() {
        left.complete(null);
    }
}
