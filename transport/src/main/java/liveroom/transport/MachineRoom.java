package liveroom.transport;

import java.util.List;
import java.util.stream.IntStream;
import liveroom.transport.Capacity.Audience;

/// How many viewers this machine's processors carry, and how good a picture each can be sent so that all stay well
/// served. Pure; told once a second. Not thread-safe.
///
/// Who comes or goes counts at once, with what a viewer is known to cost here, and what is measured corrects that: a
/// crowd does not come in before the first of it is felt. Before anybody is refused all are sent smaller pictures, down
/// to the last rung but one: the last is for links that carry no other.
final class MachineRoom {
    /// What a viewer's sound takes, and pictures of 2,500 kbit/s: in percent of a core, with a margin, see
    /// `docs/performance.md`.
    private static final double SOUND_COST = 0.12;

    private static final double PICTURE_COST = 0.48;
    private static final double PICTURE_COST_KBPS = 2500;
    private static final double TRACK_COST = 20;

    /// So much of the machine may be in use before a newcomer would be felt.
    private static final double FULL = 0.92;

    /// From here on pictures get smaller, if that spares as much as [#WORTHWHILE].
    private static final double CROWDED = 0.85;

    private static final double WORTHWHILE = 0.04;
    /// They get larger again if so little of the machine would be in use then.
    private static final double EASED = 0.75;

    private static final int DOWN_APART_SECONDS = 3;
    /// Those who have just come take more than they will: that is not learnt from.
    private static final int QUIET_SECONDS = 2;

    private static final int UP_APART_SECONDS = 20;

    /// More load is believed within seconds, less within half a minute.
    private static final double RISE = 0.3;

    private static final double FALL = 0.05;

    /// Of a viewer at each rung, as a share of all processors; the last is that of the sound alone.
    private final double[] costs;

    private final double trackCost;
    private final ViewerCost cost = new ViewerCost();
    private double load;
    private double expectedBefore;
    private double viewers = Double.POSITIVE_INFINITY;
    private int highest;
    private int sinceChange;
    private int presentBefore;
    private int quiet;

    /// @param kbps of each rung, from the top down
    MachineRoom(int processors, List<Integer> kbps) {
        double wholeMachine = processors * 100.0;
        costs = IntStream.concat(kbps.stream().mapToInt(Integer::intValue), IntStream.of(0))
                .mapToDouble(each -> (SOUND_COST + PICTURE_COST * each / PICTURE_COST_KBPS) / wholeMachine)
                .toArray();
        trackCost = TRACK_COST / wholeMachine;
    }

    /// No viewer is to be sent a better picture than that rung's.
    int highestRung() {
        return highest;
    }

    /// Whether the viewers have had time to go where they are allowed to be.
    boolean isSettled() {
        return sinceChange > UP_APART_SECONDS;
    }

    /// How many it carries in all.
    double viewers() {
        return viewers;
    }

    /// What was seen in the last second.
    void observed(MachineLoad machine, Audience audience) {
        double expected = expected(audience);
        int present = audience.present();
        quiet = present == presentBefore ? quiet + 1 : 0;
        presentBefore = present;
        if (machine.own() >= 0 && quiet >= QUIET_SECONDS) {
            cost.observed(machine.own(), expected);
        }
        if (machine.all() >= 0) {
            double foreseen = Math.clamp(load + (expected - expectedBefore) * cost.factor(), 0, 1);
            load = foreseen + (machine.all() > foreseen ? RISE : FALL) * (machine.all() - foreseen);
        }
        expectedBefore = expected;
        limit(audience);
        int lowest = lowest();
        double newcomer = present == 0 ? costs[lowest] : expectedAt(lowest, audience) / present;
        viewers = present + Math.max(0, FULL - foreseen(lowest, audience)) / (newcomer * cost.factor());
    }

    private void limit(Audience audience) {
        sinceChange++;
        double now = foreseen(highest, audience);
        boolean spares = now - foreseen(lowest(), audience) > WORTHWHILE;
        if (now > CROWDED && spares && sinceChange > DOWN_APART_SECONDS) {
            change(highest + 1);
        } else if (highest > 0 && sinceChange > UP_APART_SECONDS && foreseen(highest - 1, audience) < EASED) {
            change(highest - 1);
        }
    }

    private void change(int rung) {
        highest = rung;
        sinceChange = 0;
    }

    private int lowest() {
        return Math.max(0, costs.length - 3);
    }

    /// The load if that were the highest rung.
    private double foreseen(int rung, Audience audience) {
        return load + (expectedAt(rung, audience) - expected(audience)) * cost.factor();
    }

    private double expected(Audience audience) {
        double sum = audience.tracks() * trackCost;
        for (int at = 0; at < costs.length; at++) {
            sum += audience.onRung(at) * costs[at];
        }
        return sum;
    }

    /// What the viewers should take if that were the highest rung. Who is at the highest now would be there; who is
    /// below it is so for other reasons.
    private double expectedAt(int rung, Audience audience) {
        double sum = audience.tracks() * trackCost;
        for (int at = 0; at < costs.length; at++) {
            sum += audience.onRung(at) * costs[at <= highest ? rung : Math.max(at, rung)];
        }
        return sum;
    }
}
