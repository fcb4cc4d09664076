package liveroom.transport;

import java.util.List;
import liveroom.transport.Capacity.Audience;

/// How many viewers this machine's processors carry, and how good a picture each can be sent so that all stay well
/// served. Pure; told once a second. Not thread-safe.
///
/// Who comes or goes counts at once, with what a viewer is known to cost here, and what is measured corrects that: a
/// crowd does not come in before the first of it is felt. Before anybody is refused all are sent smaller pictures, down
/// to the last rung but one. Nothing follows from a peak: coming in takes more than being in.
final class MachineRoom {
    /// So much of the machine may be in use, most of the time, before a newcomer would be felt.
    private static final double FULL = 0.92;

    /// Where all the time more than this is in use pictures get smaller, if that spares as much as [#WORTHWHILE].
    private static final double CROWDED = 0.85;

    private static final double WORTHWHILE = 0.04;
    /// They get larger again if never more of the machine would be in use then.
    private static final double EASED = 0.75;

    private static final int DOWN_APART_SECONDS = 3;
    private static final int UP_APART_SECONDS = 20;
    /// What a viewer costs is not learnt from those who have just come.
    private static final int QUIET_SECONDS = 2;

    private final ExpectedCost expected;
    private final ViewerCost cost = new ViewerCost();
    private final RecentLoad load = new RecentLoad();
    private double expectedBefore;
    private double viewers = Double.POSITIVE_INFINITY;
    private double tracks = Double.POSITIVE_INFINITY;
    private int highest;
    private int sinceChange = UP_APART_SECONDS;
    private int presentBefore;
    private int quiet;

    /// @param kbps of each rung, from the top down
    MachineRoom(int processors, List<Integer> kbps) {
        expected = new ExpectedCost(processors, kbps);
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

    /// How many of them may have an encoder of their own.
    double tracks() {
        return tracks;
    }

    /// What was seen in the last second.
    void observed(MachineLoad machine, Audience audience) {
        double expectedNow = expected.of(audience);
        int present = audience.present();
        quiet = present == presentBefore ? quiet + 1 : 0;
        presentBefore = present;
        if (machine.own() >= 0 && quiet >= QUIET_SECONDS) {
            cost.observed(machine.own(), expectedNow);
        }
        load.shift((expectedNow - expectedBefore) * cost.factor());
        expectedBefore = expectedNow;
        if (machine.all() >= 0) {
            load.read(machine.all());
        }
        limit(audience);
        int smallest = expected.smallestForAll();
        double left = Math.max(0, FULL - load.median() - difference(smallest, audience));
        viewers = present + left / (expected.newcomer(smallest, highest, audience) * cost.factor());
        tracks = audience.tracks() + left / (expected.track() * cost.factor());
    }

    private void limit(Audience audience) {
        sinceChange++;
        int smallest = expected.smallestForAll();
        boolean spares = highest < smallest && difference(smallest, audience) < -WORTHWHILE;
        if (spares && load.least() > CROWDED && sinceChange > DOWN_APART_SECONDS) {
            change(highest + 1);
        } else if (highest > 0 && sinceChange > UP_APART_SECONDS && isEasedBy(audience)) {
            change(highest - 1);
        }
    }

    private boolean isEasedBy(Audience audience) {
        return load.most() + difference(highest - 1, audience) < EASED;
    }

    private void change(int rung) {
        highest = rung;
        sinceChange = 0;
    }

    /// So much more of the machine would be in use if that were the highest rung.
    private double difference(int rung, Audience audience) {
        return (expected.atMost(rung, highest, audience) - expected.of(audience)) * cost.factor();
    }
}
