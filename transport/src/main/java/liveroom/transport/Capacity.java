package liveroom.transport;

/// Estimates how many more viewers can come in without harm to those who are in: by the processor that is left, by
/// the line's rate where that is known, and by the host's own limit. Pure; told once a second. Confined to the thread
/// `room`, but for [#roomForMore(int)].
///
/// **Line.** Its rate shows only when it is full: when most viewers are held below the top rung at the same time. What
/// is sent then is what it carries. Viewers step down before anybody is refused, so a newcomer counts as what the
/// lowest rung takes.
final class Capacity {
    /// Of a core, in percent, with a margin: see `docs/performance.md`.
    private static final double SHARED_COST = 0.6;

    private static final double TRACK_COST = 20;
    /// So much of the machine may be in use before a newcomer would be felt.
    private static final double FULL = 0.95;

    /// So many come in even if the machine is at its end: what keeps it busy then is not viewers.
    private static final int FEW = 4;

    private static final double SMOOTHING = 0.05;
    private static final int LINE_KNOWN_SECONDS = 60;
    private static final int FEWEST_PRESSED = 2;

    private final int maxViewers;
    private final int processors;
    private final double lowestRungKbps;
    private double load;
    private double viewerCost = SHARED_COST;
    private double lineKbps = Double.POSITIVE_INFINITY;
    private int lineAgeSeconds;
    private volatile double roomByMachine = Double.POSITIVE_INFINITY;
    private volatile double lineViewers = Double.POSITIVE_INFINITY;

    Capacity(int maxViewers, int processors, double lowestRungKbps) {
        this.maxViewers = maxViewers;
        this.processors = processors;
        this.lowestRungKbps = lowestRungKbps;
    }

    /// What was seen in the last second.
    ///
    /// @param machineLoad of all processors, by all programs, 0 to 1; negative if the system does not tell
    /// @param audience who is served, and how
    void observed(double machineLoad, Audience audience) {
        if (machineLoad >= 0) {
            load += SMOOTHING * (machineLoad - load);
        }
        int present = audience.shared + audience.tracks;
        if (present > 0) {
            viewerCost = (audience.shared * SHARED_COST + audience.tracks * TRACK_COST) / present;
        }
        roomByMachine = Math.max(0, FULL - load) * processors * 100 / viewerCost;
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
        double byMachine = Math.max(FEW - present, roomByMachine);
        double room = Math.min(maxViewers - present, Math.min(byMachine, lineViewers - present));
        return (int) Math.max(0, room);
    }

    /// Who is being served.
    ///
    /// @param shared viewers on the shared lane
    /// @param tracks viewers on the track lane
    /// @param pressed viewers who are held below the top rung
    /// @param sentKbps to all together
    record Audience(int shared, int tracks, int pressed, double sentKbps) {}
}
