package liveroom.transport;

import java.util.List;

/// Estimates how many more viewers can come in without harm to those who are in: by the machine, see [MachineRoom], by
/// the line's rate where that is known, and by the host's own limit. Pure; told once a second. Confined to the thread
/// `room`, but for [#roomForMore(int)], [#isRoomForTracks(int)] and [#highestRung()].
///
/// **Line.** Its rate shows only when it is full: when most viewers are held below the rung that they are allowed, at
/// the same time. What is sent then is what it carries. Viewers step down before anybody is refused, so a newcomer
/// counts as what the lowest rung takes.
final class Capacity {
    /// So many come in even if the machine is at its end: what keeps it busy then is not viewers, and all of these take
    /// a tenth of a core.
    private static final int FEW = 10;

    /// So many, where most have an encoder of their own.
    private static final int FEW_ON_TRACKS = 4;

    private static final int LINE_KNOWN_SECONDS = 60;
    private static final int FEWEST_PRESSED = 2;

    private final int maxViewers;
    private final double lowestRungKbps;
    private final MachineRoom machineRoom;
    private double lineKbps = Double.POSITIVE_INFINITY;
    private int lineAgeSeconds;
    private volatile double most;
    private volatile double mostTracks = Double.POSITIVE_INFINITY;
    private volatile int highestRung;

    /// @param kbps of each rung, from the top down
    Capacity(int maxViewers, int processors, List<Integer> kbps) {
        this.maxViewers = maxViewers;
        this.lowestRungKbps = kbps.getLast();
        machineRoom = new MachineRoom(processors, kbps);
        most = maxViewers;
    }

    /// What was seen in the last second.
    ///
    /// @param machine how busy it was
    /// @param audience who is served, and how
    void observed(MachineLoad machine, Audience audience) {
        machineRoom.observed(machine, audience);
        highestRung = machineRoom.highestRung();
        int present = audience.present();
        int pressed = machineRoom.isSettled() ? audience.below(highestRung) : 0;
        if (pressed >= FEWEST_PRESSED && pressed * 2 > present) {
            lineKbps = Math.max(audience.sentKbps, Math.min(present * lowestRungKbps, lineKbps));
            lineAgeSeconds = 0;
        } else if (audience.sentKbps > lineKbps || ++lineAgeSeconds > LINE_KNOWN_SECONDS) {
            lineKbps = Double.POSITIVE_INFINITY;
        }
        mostTracks = Math.max(FEW_ON_TRACKS, machineRoom.tracks());
        int few = audience.tracks() * 2 > present ? FEW_ON_TRACKS : FEW;
        most = Math.min(maxViewers, Math.max(few, Math.min(machineRoom.viewers(), lineKbps / lowestRungKbps)));
    }

    /// How many more than `present` can come in.
    int roomForMore(int present) {
        return (int) Math.max(0, most - present);
    }

    /// Whether one who knows nothing but tracks can come in as well, beside `tracks` who have them.
    boolean isRoomForTracks(int tracks) {
        return tracks + 1 <= mostTracks;
    }

    /// No viewer is to be sent a better picture than that rung's.
    int highestRung() {
        return highestRung;
    }

    /// Who is being served.
    ///
    /// @param onRungs how many are on each rung of the shared lane, from the top down, and last on sound alone
    /// @param tracks viewers on the track lane
    /// @param sentKbps to all together
    record Audience(List<Integer> onRungs, int tracks, double sentKbps) {
        int present() {
            return below(-1) + tracks;
        }

        int onRung(int rung) {
            return rung < onRungs.size() ? onRungs.get(rung) : 0;
        }

        /// How many are on lower rungs than that.
        int below(int rung) {
            return onRungs.stream().skip(rung + 1).mapToInt(Integer::intValue).sum();
        }
    }
}
