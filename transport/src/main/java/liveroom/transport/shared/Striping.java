package liveroom.transport.shared;

/// Decides, for one viewer, whether its messages go over further connections beside its first. Pure,
/// like [LaneControl], which asks it.
///
/// On one path nothing overtakes unless something before it was lost. So a viewer counts what it is
/// overtaken by, and from some such messages on further connections are asked for. They are closed
/// when there have been none for long, or when they turn out to carry no more than one did: then the
/// link is narrow, and does not lose.
final class Striping {
    /// Of one viewer, the first included.
    static final int MOST_CONNECTIONS = 4;

    private static final long SECOND = 1_000_000_000L;
    /// Other remedies wait so long for the connections.
    private static final long OPENING = SECOND * 3 / 2;
    /// Who has not opened one by then cannot.
    private static final long TOO_LONG = 5 * SECOND;
    /// From opening on, until what happens is told of the new connections.
    private static final long SETTLING = SECOND * 3 / 2;
    private static final int SUDDEN = 2;
    private static final int LASTING = 3;
    /// Connections that are opened again so soon were closed too early.
    private static final long SOON = 120 * SECOND;
    /// What one connection carried counts for so long.
    private static final long RECENTLY = 10 * SECOND;
    /// What four carry more than one, if loss was the limit.
    private static final double WORTH = 1.3;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final Patience closing = new Patience(60 * SECOND, 600 * SECOND, 2);
    private final Patience asking = new Patience(30 * SECOND, 600 * SECOND, 2);
    private State state = State.SINGLE;
    private int connections = 1;
    private long since = NEVER;
    private long closed = NEVER;
    private long failed = NEVER;
    private long lossy = NEVER;
    private double aloneKbps;
    private long alone = NEVER;
    private int latest;
    private int before;

    private enum State {
        /// One connection.
        SINGLE,
        /// The viewer is to open further ones.
        ASKED,
        SPREAD
    }

    /// How many connections the viewer should have.
    int wanted() {
        return state == State.SINGLE ? 1 : MOST_CONNECTIONS;
    }

    boolean isSpread() {
        return state == State.SPREAD;
    }

    /// Of what goes through, how much is not parity.
    double usefulShare() {
        return state == State.SPREAD ? (connections - 1.0) / connections : 1;
    }

    /// Whether other remedies should wait for the further connections.
    boolean isOpening(long nowNanos) {
        return state == State.ASKED && nowNanos - since < OPENING;
    }

    /// Notes what a report says.
    ///
    /// @param overtaken messages that came after later ones, since the report before
    /// @return whether the link loses, by this report and the two before
    boolean loses(long nowNanos, int overtaken) {
        boolean lasting = overtaken + latest + before >= LASTING;
        before = latest;
        latest = overtaken;
        if (overtaken > 0) {
            lossy = nowNanos;
        }
        return overtaken >= SUDDEN || lasting;
    }

    /// Asks for the further connections, unless the viewer failed to open them of late. Returns
    /// whether they are asked for now.
    boolean ask(long nowNanos) {
        if (state != State.SINGLE || nowNanos - failed < asking.nanos()) {
            return false;
        }
        if (nowNanos - closed < SOON) {
            closing.failed();
        } else {
            closing.succeeded();
        }
        enter(State.ASKED, nowNanos);
        lossy = nowNanos;
        return true;
    }

    /// A channel was full.
    ///
    /// @param throughKbps what went through, parity included; 0 if that is not known
    /// @return whether it is the rate that is the limit, and not loss: then the further connections
    /// are given up
    boolean provesNarrow(long nowNanos, double throughKbps) {
        if (throughKbps <= 0) {
            return false;
        }
        if (state != State.SPREAD) {
            aloneKbps = nowNanos - alone < RECENTLY ? Math.min(aloneKbps, throughKbps) : throughKbps;
            alone = nowNanos;
            return false;
        }
        boolean known = since - alone < RECENTLY && nowNanos - since > SETTLING;
        if (!known || throughKbps > WORTH * aloneKbps) {
            return false;
        }
        giveUp(nowNanos);
        return true;
    }

    /// So many connections are open now. Returns whether that is the beginning of spreading.
    boolean open(long nowNanos, int count) {
        connections = count;
        if (count > 1 && state == State.ASKED) {
            enter(State.SPREAD, nowNanos);
            return true;
        }
        if (count == 1 && state == State.SPREAD) {
            giveUp(nowNanos); // all of them have failed
        }
        return false;
    }

    /// Draws the conclusions.
    void decide(long nowNanos) {
        if (state == State.ASKED && nowNanos - since >= TOO_LONG) {
            giveUp(nowNanos);
        } else if (state == State.SPREAD && nowNanos - Math.max(since, lossy) >= closing.nanos()) {
            closed = nowNanos;
            asking.succeeded();
            enter(State.SINGLE, nowNanos);
        }
    }

    /// Another lane serves the viewer.
    void end(long nowNanos) {
        if (state != State.SINGLE) {
            enter(State.SINGLE, nowNanos);
        }
    }

    private void giveUp(long nowNanos) {
        failed = nowNanos;
        asking.failed();
        enter(State.SINGLE, nowNanos);
    }

    private void enter(State next, long nowNanos) {
        state = next;
        since = nowNanos;
        latest = 0;
        before = 0;
    }
}
