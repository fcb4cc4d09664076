package liveroom.transport;

/// Estimates how many more viewers can come in without harm to those who are in: by the processor that is left, by
/// the line's rate where that is known, and by the host's own limit. Pure; told once a second. Confined to the thread
/// `room`, but for [#roomForMore(int)].
///
/// **Machine.** Who comes or goes counts at once, with what a viewer is known to cost here, and what is measured
/// corrects
/// that: a crowd does not come in before the first of it is felt.
///
/// **Line.** Its rate shows only when it is full: when most viewers are held below the top rung at the same time. What
/// is sent then is what it carries. Viewers step down before anybody is refused, so a newcomer counts as what the
/// lowest rung takes.
final class Capacity {
    /// Of a core, in percent, with a margin: see `docs/performance.md`.
    private static final double SHARED_COST = 0.6;

    private static final double TRACK_COST = 20;
    /// So much of the machine may be in use before a newcomer would be felt.
    private static final double FULL = 0.9;

    /// So many come in even if the machine is at its end: what keeps it busy then is not viewers.
    private static final int FEW = 4;

    /// More load is believed within seconds, less within half a minute.
    private static final double RISE = 0.3;

    private static final double FALL = 0.05;
    private static final int LINE_KNOWN_SECONDS = 60;
    private static final int FEWEST_PRESSED = 2;

    private final int maxViewers;
    private final int processors;
    private final double lowestRungKbps;
    private final ViewerCost cost = new ViewerCost();
    private double load;
    private double taken;
    private double viewerCost;
    private double lineKbps = Double.POSITIVE_INFINITY;
    private int lineAgeSeconds;
    private volatile double machineViewers = Double.POSITIVE_INFINITY;
    private volatile double lineViewers = Double.POSITIVE_INFINITY;

    Capacity(int maxViewers, int processors, double lowestRungKbps) {
        this.maxViewers = maxViewers;
        this.processors = processors;
        this.lowestRungKbps = lowestRungKbps;
        viewerCost = SHARED_COST / (processors * 100);
    }

    /// What was seen in the last second.
    ///
    /// @param machine how busy it was
    /// @param audience who is served, and how
    void observed(MachineLoad machine, Audience audience) {
        int present = audience.shared + audience.tracks;
        double wholeMachine = processors * 100.0;
        double expected = (audience.shared * SHARED_COST + audience.tracks * TRACK_COST) / wholeMachine;
        if (machine.own() >= 0) {
            cost.observed(machine.own(), expected);
        }
        double takes = expected * cost.factor();
        if (machine.all() >= 0) {
            double foreseen = Math.clamp(load + takes - taken, 0, 1);
            load = foreseen + (machine.all() > foreseen ? RISE : FALL) * (machine.all() - foreseen);
        }
        taken = takes;
        if (present > 0) {
            viewerCost = takes / present;
        }
        machineViewers = present + Math.max(0, FULL - load) / viewerCost;
        boolean lineIsFull = audience.pressed >= FEWEST_PRESSED && audience.pressed * 2 > present;
        if (lineIsFull) {
            lineKbps = Math.min(Math.max(audience.sentKbps, present * lowestRungKbps), lineKbps);
            lineAgeSeconds = 0;
        } else if (audience.sentKbps > lineKbps || ++lineAgeSeconds > LINE_KNOWN_SECONDS) {
            lineKbps = Double.POSITIVE_INFINITY;
        }
        lineViewers = lineKbps / lowestRungKbps;
    }

    /// How many more than `present` can come in.
    int roomForMore(int present) {
        double most = Math.min(maxViewers, Math.min(Math.max(FEW, machineViewers), lineViewers));
        return (int) Math.max(0, most - present);
    }

    /// Who is being served.
    ///
    /// @param shared viewers on the shared lane
    /// @param tracks viewers on the track lane
    /// @param pressed viewers who are held below the top rung
    /// @param sentKbps to all together
    record Audience(int shared, int tracks, int pressed, double sentKbps) {}
}
