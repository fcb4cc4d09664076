package liveroom.transport.shared;

import java.util.List;
import liveroom.transport.rtp.ReceptionReport;

/// How messages arrive, as a viewer says.
///
/// @param queueMs how much longer they take now than the fastest of the last half minute; 0 if it does not say
public record Delivery(double queueMs, List<ReceptionReport> blocks) {}
