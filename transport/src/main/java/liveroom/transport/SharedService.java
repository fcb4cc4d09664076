package liveroom.transport;

import java.util.Optional;
import java.util.OptionalDouble;
import liveroom.encoder.Rung;
import liveroom.transport.shared.SeatFigures;

/// How one viewer fares on the shared lane. Counts are since it came there.
///
/// @param rung the one it is sent; empty for the sound alone
/// @param connections over which it is served, its own included
/// @param queueBytes what waits in its channels at the studio
/// @param droppedPictures spared because too much waited, or because they could not be decoded
/// @param timesFull how often too much waited
/// @param keyframesWanted how often the viewer could not decode on
/// @param queueMs how much longer pictures are under way than the fastest of late; the viewer's word like what follows
/// @param decodeMs from message to picture
/// @param playoutMs the delay from capture that the viewer holds the show to
/// @param lateFrames that came after their time
/// @param driftPpm of its sound clock against the studio's
public record SharedService(
        Optional<Rung> rung,
        int connections,
        long queueBytes,
        long droppedPictures,
        long timesFull,
        long keyframesWanted,
        OptionalDouble queueMs,
        OptionalDouble decodeMs,
        OptionalDouble playoutMs,
        OptionalDouble lateFrames,
        OptionalDouble driftPpm) {
    static SharedService of(SeatFigures figures, Report.OnShared report) {
        return new SharedService(
                figures.rung(),
                figures.connections(),
                figures.queueBytes(),
                figures.droppedPictures(),
                figures.timesFull(),
                figures.keyframesWanted(),
                report.queueMs(),
                report.decodeMs(),
                report.playoutMs(),
                report.lateFrames(),
                report.driftPpm());
    }
}
