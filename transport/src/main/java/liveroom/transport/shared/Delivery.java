package liveroom.transport.shared;

import java.util.List;
import liveroom.transport.rtp.ReceptionReport;

/// How messages arrive, as a viewer says.
///
/// @param queueMs how much longer pictures are under way than the fastest of the last half minute; 0 if it says nothing
/// @param overtaken how many came after later ones of the same stream and connection, since the last report;
///     negative if it does not count them
public record Delivery(double queueMs, int overtaken, List<ReceptionReport> blocks) {}
