package liveroom.transport.shared;

import java.util.concurrent.atomic.AtomicInteger;

/// How many viewers may be served by tracks, each of which is encoded for alone. Viewers who know nothing else are
/// counted, but never refused. Free-threaded.
public final class TrackEncoders {
    /// Measured: a viewer's tracks cost 14 to 20 % of a core at 1280x720, so this much leaves more than half.
    private static final int PER_PROCESSOR = 2;

    private static final double BUSY = 0.85;

    private final int most;
    private volatile boolean busy;
    private final AtomicInteger taken = new AtomicInteger();

    public TrackEncoders(int most) {
        this.most = most;
    }

    /// As many as this machine's processors can bear beside the studio.
    public static TrackEncoders ofThisMachine() {
        return new TrackEncoders(PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    }

    /// Notes how busy the machine is: a busy one takes nothing more upon itself.
    ///
    /// @param load 0 to 1; negative if it is not known
    public void observed(double load) {
        busy = load > BUSY;
    }

    /// Takes one for a viewer that might do without.
    boolean tryTake() {
        return !busy && tryTakeForMoment();
    }

    /// Takes one for the first seconds of a viewer, for which the busiest machine has time.
    public boolean tryTakeForMoment() {
        return taken.getAndUpdate(n -> n < most ? n + 1 : n) < most;
    }

    /// Takes one for a viewer that cannot do without.
    public void take() {
        taken.incrementAndGet();
    }

    public void release() {
        taken.decrementAndGet();
    }

    public int taken() {
        return taken.get();
    }
}
