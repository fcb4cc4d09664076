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
    /// What loses, and not only delays, has done so within so long.
    private static final long NARROW = 3 * SECOND;
    private static final int SUDDEN = 2;
    private static final int LASTING = 3;
    /// Connections that are opened again so soon were closed too early.
    private static final long SOON = 120 * SECOND;
    /// What one connection carried, and what was overtaken, counts for so long.
    private static final long RECENTLY = 10 * SECOND;
    /// What four carry more than one, if loss was the limit.
    private static final double WORTH = 1.3;
    /// What a window of SCTP carries under loss is bounded (Mathis et al. 1997). Of that so much is used with
    /// ease: with more, messages wait for the window now and then, and that is the delay of all.
    private static final double EASE = 0.45;

    private static final double PACKET_BITS = 1191 * 8;
    private static final double LOSS_SMOOTHING = 0.3;
    private static final double LEAST_LOSS = 0.001;
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
    private int sent;
    private double lossShare = Double.NaN;
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

    /// Whether a rung goes over the further connections with ease, as far as is known. Over one it may always be tried.
    ///
    /// @param kbps of picture and sound, without what is sent twice
    boolean carries(int kbps, double rttMs) {
        if (state != State.SPREAD || Double.isNaN(lossShare) || Double.isNaN(rttMs)) {
            return true;
        }
        double window = 1.22 * PACKET_BITS / (rttMs * Math.sqrt(Math.max(LEAST_LOSS, lossShare)));
        return kbps / usefulShare() <= EASE * window * connections;
    }

    /// So many messages have been sent since the report before.
    void sent(int messages) {
        sent = messages;
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
        if (state == State.SPREAD && sent > 0) {
            double share = Math.min(1, overtaken / (double) sent);
            lossShare = Double.isNaN(lossShare) ? share : lossShare + (share - lossShare) * LOSS_SMOOTHING;
        }
        return overtaken >= SUDDEN || lasting;
    }

    /// Whether something was overtaken of late.
    boolean hasLost(long nowNanos) {
        return nowNanos - lossy < RECENTLY;
    }

    /// Asks for the further connections, unless the viewer failed to open them of late.
    void ask(long nowNanos) {
        if (state != State.SINGLE || nowNanos - failed < asking.nanos()) {
            return;
        }
        if (nowNanos - closed < SOON) {
            closing.failed();
        } else {
            closing.succeeded();
        }
        enter(State.ASKED, nowNanos);
        lossy = nowNanos; // from when on a minute without is counted
    }

    /// A channel was full: if it is the rate that is the limit, and not loss, the further connections are given up.
    ///
    /// @param throughKbps what went through, parity included; 0 if that is not known
    void provesNarrow(long nowNanos, double throughKbps) {
        if (throughKbps <= 0) {
            return;
        }
        if (state != State.SPREAD) {
            aloneKbps = nowNanos - alone < RECENTLY ? Math.min(aloneKbps, throughKbps) : throughKbps;
            alone = nowNanos;
            return;
        }
        boolean known = since - alone < RECENTLY && nowNanos - since > SETTLING;
        if (known && throughKbps <= WORTH * aloneKbps) {
            giveUp(nowNanos);
        }
    }

    /// What comes is late. Over further connections losses are no reason for that, and if there are none anyway it is
    /// the rate that is the limit: the parity is too much for it.
    void delays(long nowNanos) {
        if (state == State.SPREAD && nowNanos - Math.max(since, lossy) >= NARROW) {
            giveUp(nowNanos);
        }
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
        lossShare = Double.NaN;
        latest = 0;
        before = 0;
    }
}
