package liveroom.transport.shared;

import java.util.concurrent.atomic.AtomicInteger;

/// How many viewers may be served by tracks, each of which is encoded for alone. Viewers who know nothing else are
/// counted, but never refused. Of those who need them for their first picture alone few have them at once: who is in
/// would feel that many come. Free-threaded.
public final class TrackEncoders {
    /// Measured: a viewer's tracks cost 14 to 20 % of a core at 1280x720, so this much leaves more than half.
    private static final int PER_PROCESSOR = 2;

    /// Of all encoders, one in so many may be a newcomer's; one may in any case.
    private static final int FOR_ONE_NEWCOMER = 4;

    /// So many times as many may be taken before wishes are granted no more: a crowd's would harm everybody.
    private static final int WISHES = 2;

    private static final double BUSY = 0.85;

    private final int most;
    private volatile boolean busy;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger newcomers = new AtomicInteger();

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
        return !busy && takeOne(taken, most);
    }

    /// Takes one for the first seconds of a viewer, for which the busiest machine has time. To be followed by
    /// [#settled()].
    public boolean tryTakeForNewcomer() {
        if (!takeOne(newcomers, Math.max(1, most / FOR_ONE_NEWCOMER))) {
            return false;
        }
        boolean taking = takeOne(taken, most);
        if (!taking) {
            settled();
        }
        return taking;
    }

    /// Who took one as a newcomer is none any more: keeps it like any other, or is about to release it.
    public void settled() {
        newcomers.decrementAndGet();
    }

    private static boolean takeOne(AtomicInteger of, int limit) {
        return of.getAndUpdate(n -> n < limit ? n + 1 : n) < limit;
    }

    /// Whether one may be taken because a viewer wishes for it.
    public boolean areForWishes() {
        return taken.get() < WISHES * most;
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
