package liveroom.transport.shared;

/// Decides, for one viewer, at which rung it is served and by which lane. Pure: it has no clock and no thread,
/// only what it is told and when. A viewer that tells nonsense is served worse, and nobody else is.
///
/// **Down.** A channel that fills, reports of delay, messages that do not arrive: *trouble*. The viewer steps
/// down, to what went through of late if that is known. Trouble that comes again soon, or after a climb, on a
/// path whose round trip has not grown, may be loss. The shared lane bends under loss and tracks do not, so the
/// viewer is to go to the track lane, as far as there are encoders for it. If the tracks then lose nothing, the
/// link is narrow and no more: the viewer comes back to the rung that went through.
///
/// **Wide.** Before all that a link that is seen to lose gets further connections, see [Striping]. Trouble that is
/// not a full channel waits for them, and so do the tracks.
///
/// **Sound alone.** The last rung has no picture. It is for who has trouble twice at the lowest picture, where that was
/// not just begun: what has fallen from a higher rung is still finding out what goes through. The sound is what a show
/// can least do without.
///
/// **Up.** The next rung is tried after a calm time, see [Climbing], as far as the room allows it. The shared lane is
/// tried again when the tracks have lost next to nothing for a while, which grows with every try that failed.
final class LaneControl {
    private static final long SECOND = 1_000_000_000L;
    /// A report tells of the last second, and takes its time: sooner after a change it is of the time before. A
    /// channel that is full is so now, since it was empty when the rung began.
    private static final long SETTLING_REPORTS = SECOND * 16 / 10;
    private static final long SOON = 6 * SECOND;
    private static final long TRIAL_AFTER_TRACKS = 30 * SECOND;
    private static final long KEYFRAMES_APART = 5 * SECOND;
    /// A keyframe alone may be as late as that on a link that is just wide enough.
    private static final double TOO_LATE_MS = 250;
    /// Too late if it is so twice in a row.
    private static final double LATE_MS = 80;
    private static final double CALM_MS = 25;
    /// What waits so long on the way, and grows, fills it.
    private static final double QUEUE_MS = 60;
    /// The first pictures of a rung may still wait for what was before, those of a viewer for its browser to be ready.
    private static final long SETTLING_QUEUE = SECOND / 3;

    private static final long BEGINNING = 5 * SECOND;
    private static final double MUCH_LOST = 0.03;
    /// Of what went through, how much a rung may take.
    private static final double FILL = 0.85;
    /// The tracks begin with more than a narrow link takes; then they show what the link loses.
    private static final long EXAMINED_FROM = 3 * SECOND;

    private static final long EXAMINED_UNTIL = 7 * SECOND;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final int[] kbps;
    private final long began;
    private final Climbing climbing;
    private final Patience returning = new Patience(20 * SECOND, 300 * SECOND, 2);
    /// Before a link that was found narrow is suspected of loss again.
    private final Patience suspecting = new Patience(60 * SECOND, 600 * SECOND, 2);
    private final PathHealth path = new PathHealth();
    private final Striping striping = new Striping();
    private Way way = Way.SHARED;
    private int highest;
    private int rung;
    private int fittingRung;
    private boolean tracksWanted;
    private boolean countsOvertaken;
    private boolean late;
    private long calmSince;
    private long changed = NEVER;
    private long trouble = NEVER;
    private long returned = NEVER;
    private long keyframe = NEVER;
    private long starved = NEVER;
    private long acquitted = NEVER;
    private Trial trial = Trial.OVER;
    private Sign latest = Sign.NONE;

    /// Which lane serves the viewer.
    enum Way {
        SHARED,
        TRACK
    }

    /// What told of trouble.
    enum Sign {
        NONE,
        CHANNEL_FULL,
        DELAY,
        QUEUE,
        LOSS,
        KEYFRAMES
    }

    /// What is known of a path since the tracks have taken over.
    private enum Trial {
        /// They have just begun.
        SETTLING,
        EXAMINED,
        OVER
    }

    /// Whether there is an encoder for one more viewer's tracks.
    enum Encoders {
        LEFT,
        SPENT
    }

    /// Begins at the top.
    ///
    /// @param kbps of each rung, from the top down; the last is that of the sound alone
    LaneControl(int[] kbps, long nowNanos) {
        this.kbps = kbps.clone();
        climbing = new Climbing(kbps.length);
        began = nowNanos;
        calmSince = nowNanos;
        changed = nowNanos + SECOND; // what comes first comes in a burst
    }

    Way way() {
        return way;
    }

    /// The rung on the shared lane.
    int rung() {
        return rung;
    }

    /// No better rung than that is allowed, whatever the path carries.
    void limit(long nowNanos, int highestRung) {
        highest = highestRung;
        if (way == Way.SHARED && rung < highest) {
            rung = highest;
            climbing.forget();
            change(nowNanos);
        }
    }

    /// Whether that is the last, without a picture.
    boolean isSoundAlone() {
        return rung == kbps.length - 1;
    }

    /// What told of trouble last.
    Sign latestSign() {
        return latest;
    }

    /// How many connections the viewer should have.
    int connections() {
        return striping.wanted();
    }

    /// So many of them are open.
    void connected(long nowNanos, int connections) {
        if (striping.open(nowNanos, connections)) {
            tracksWanted = false;
            trouble = NEVER;
            climbing.forget();
            change(nowNanos);
        }
    }

    /// Whether the next decision would be for the tracks, if there is an encoder.
    boolean wantsTracks(long nowNanos) {
        return way == Way.SHARED && tracksWanted && !path.hasQueue() && !striping.isOpening(nowNanos);
    }

    /// Too much waits in the viewer's channel.
    ///
    /// @param throughKbps what went through of late; 0 if that is not known
    void channelFull(long nowNanos, double throughKbps) {
        trouble(nowNanos, Sign.CHANNEL_FULL, throughKbps);
    }

    /// So many messages have been sent since the viewer's last report.
    void sent(int messages) {
        striping.sent(messages);
    }

    /// The viewer's report, once a second.
    ///
    /// @param queueMs how much longer pictures are under way than the fastest of late
    /// @param lostShare of messages that the viewer was sent, 0 to 1
    /// @param overtaken messages that came after later ones; negative if the viewer does not count them
    void reported(long nowNanos, double queueMs, double lostShare, int overtaken) {
        overtaken(nowNanos, overtaken);
        path.late(queueMs);
        boolean wasLate = late;
        late = queueMs > LATE_MS;
        if (nowNanos - changed < SETTLING_REPORTS) {
            late = false;
        } else if (lostShare > MUCH_LOST) {
            trouble(nowNanos, Sign.LOSS, 0);
        } else if (queueMs > TOO_LATE_MS || (late && wasLate)) {
            trouble(nowNanos, Sign.DELAY, 0);
        } else if (queueMs > CALM_MS || lostShare > 0) {
            calmSince = nowNanos;
        }
    }

    /// A narrow link loses as well, when it is full: then the round trip grows, and what is overtaken tells nothing.
    private void overtaken(long nowNanos, int overtaken) {
        countsOvertaken = overtaken >= 0;
        boolean overflows = path.hasQueue() && !striping.isSpread();
        boolean loses = countsOvertaken && striping.loses(nowNanos, overflows ? 0 : overtaken);
        if (loses && way == Way.SHARED && !path.hasQueue()) {
            striping.ask(nowNanos);
        }
    }

    /// Pictures come later and later. That is sooner known than that a channel is full: much may be under way.
    ///
    /// @param sentAgoMillis when the latest that has come was sent; may be not a number
    /// @param throughKbps what came of late
    /// @return how long the latest waited on the way, if another rung follows from that; else 0
    double queues(long nowNanos, double sentAgoMillis, double throughKbps) {
        double queueMs = sentAgoMillis - path.baseMs();
        boolean fresh = nowNanos - changed < SETTLING_QUEUE || nowNanos - began < BEGINNING;
        if (!(queueMs > QUEUE_MS) || fresh || way == Way.TRACK || striping.hasLost(nowNanos)) {
            return 0;
        }
        path.queues();
        int before = rung;
        trouble(nowNanos, Sign.QUEUE, throughKbps);
        return rung == before ? 0 : queueMs;
    }

    /// The viewer cannot decode on. Once may be chance.
    void keyframeWanted(long nowNanos) {
        if (nowNanos - keyframe < KEYFRAMES_APART && nowNanos - changed >= SETTLING_REPORTS) {
            trouble(nowNanos, Sign.KEYFRAMES, 0);
        }
        keyframe = nowNanos;
        calmSince = nowNanos;
    }

    /// The round trip of ICE's own checks.
    void roundTrip(double millis) {
        path.roundTrip(millis);
    }

    /// What the tracks lost, once a second while they serve the viewer.
    void tracksLost(double percent) {
        path.lost(percent);
    }

    /// Draws the conclusions. Called some times a second.
    void decide(long nowNanos, Encoders encoders) {
        switch (way) {
            case SHARED -> {
                striping.decide(nowNanos);
                tracksWanted &= !path.hasQueue();
                if (wantsTracks(nowNanos) && encoders == Encoders.LEFT) {
                    toTracks(nowNanos);
                } else if (rung > highest && climbing.isDue(rung - 1, nowNanos - calmSince) && carriesNext()) {
                    rung--;
                    climbing.climbed(nowNanos);
                    change(nowNanos);
                }
                tracksWanted &= striping.isOpening(nowNanos);
                noteSuccess(nowNanos);
            }
            case TRACK -> {
                examine(nowNanos);
                if (!path.losesNothing()) {
                    calmSince = nowNanos;
                } else if (nowNanos - calmSince >= returning.nanos()) {
                    // It has to climb again.
                    comeBack(nowNanos, Math.min(1, kbps.length - 2));
                    returned = nowNanos;
                }
            }
        }
    }

    private boolean carriesNext() {
        return striping.carries(kbps[rung - 1] + kbps[kbps.length - 1], path.latestMs());
    }

    /// What the tracks lose tells a narrow link from one that loses.
    private void examine(long nowNanos) {
        long served = nowNanos - changed;
        if (trial == Trial.SETTLING && served >= EXAMINED_FROM) {
            trial = Trial.EXAMINED;
            path.examine();
        } else if (trial == Trial.EXAMINED && served >= EXAMINED_UNTIL) {
            trial = Trial.OVER;
            if (path.isAcquitted()) {
                if (acquitted != NEVER) {
                    suspecting.failed();
                }
                acquitted = nowNanos;
                comeBack(nowNanos, fittingRung);
            } else {
                acquitted = NEVER;
                suspecting.succeeded();
            }
        }
    }

    private void comeBack(long nowNanos, int atRung) {
        way = Way.SHARED;
        rung = Math.max(atRung, highest);
        change(nowNanos);
    }

    private void noteSuccess(long nowNanos) {
        climbing.standing(nowNanos, rung);
        if (returned != NEVER && nowNanos - returned > 2 * TRIAL_AFTER_TRACKS) {
            returning.succeeded();
            returned = NEVER;
        }
    }

    private void toTracks(long nowNanos) {
        way = Way.TRACK;
        rung = Math.min(rung, kbps.length - 2); // tracks have pictures, and so has what comes before and after them
        fittingRung = rung;
        trial = Trial.SETTLING;
        path.presumeLossy();
        striping.end(nowNanos);
        change(nowNanos);
    }

    private void change(long nowNanos) {
        changed = nowNanos;
        calmSince = nowNanos;
        late = false;
    }

    private void trouble(long nowNanos, Sign sign, double throughKbps) {
        calmSince = nowNanos;
        if (way == Way.TRACK) {
            return;
        }
        boolean again = nowNanos - trouble < SOON;
        boolean slipped = climbing.isOnTrial(nowNanos);
        boolean failedReturn = nowNanos - returned < TRIAL_AFTER_TRACKS;
        trouble = nowNanos;
        latest = sign;
        if (sign == Sign.CHANNEL_FULL) {
            striping.provesNarrow(nowNanos, throughKbps);
        } else if (sign == Sign.DELAY || sign == Sign.QUEUE) {
            striping.delays(nowNanos);
        }
        if (slipped) {
            climbing.failed(rung);
        }
        // Delay alone may be a busy viewer's, whom tracks would not help.
        boolean suspect = sign != Sign.DELAY && (failedReturn || again || slippedForLoss(nowNanos, slipped));
        if (suspect && path.hasNoQueue() && nowNanos - acquitted >= suspecting.nanos()) {
            tracksWanted = true;
            if (countsOvertaken) {
                striping.ask(nowNanos);
            }
            if (failedReturn) {
                returning.failed();
                returned = NEVER;
            }
        }
        if (sign != Sign.CHANNEL_FULL && striping.isOpening(nowNanos)) {
            return;
        }
        if (striping.isSpread() && sign == Sign.CHANNEL_FULL && rung < kbps.length - 2) {
            climbing.exhausted(rung); // all remedies are in use, and it does not fit
        }
        double useful = throughKbps * striping.usefulShare();
        stepDown(nowNanos, slipped ? 0 : useful, starves(nowNanos, sign) ? kbps.length - 1 : kbps.length - 2);
    }

    /// What it has just climbed to is too much, which may be loss where that is known or cannot be known.
    private boolean slippedForLoss(long nowNanos, boolean slipped) {
        return slipped && !striping.isSpread() && (!countsOvertaken || striping.hasLost(nowNanos));
    }

    /// Whether even the lowest picture is too much.
    private boolean starves(long nowNanos, Sign sign) {
        boolean hurts = sign == Sign.CHANNEL_FULL || sign == Sign.LOSS;
        if (!hurts || rung != kbps.length - 2 || nowNanos - changed < SETTLING_REPORTS) {
            return false;
        }
        boolean again = nowNanos - starved < SOON;
        starved = nowNanos;
        return again;
    }

    /// Where it has climbed from it can stay.
    ///
    /// @param lowest that it may step to
    private void stepDown(long nowNanos, double throughKbps, int lowest) {
        int lowestPicture = kbps.length - 2;
        int next = Math.max(rung, Math.min(rung + 1, lowest));
        while (throughKbps > 0 && next < lowestPicture && kbps[next] > throughKbps * FILL) {
            next++;
        }
        if (next != rung) {
            rung = next;
            change(nowNanos);
        }
    }
}
