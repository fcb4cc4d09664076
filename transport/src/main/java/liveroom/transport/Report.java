package liveroom.transport;

import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/// What a viewer says of its own playout; believed only within bounds.
///
/// @param skewMs how late the sound is against the picture
/// @param latencyMs from capture to the picture shown
record Report(OptionalDouble skewMs, OptionalDouble latencyMs) {
    static final Report NONE = new Report(OptionalDouble.empty(), OptionalDouble.empty());
    private static final double MAX_SKEW_MS = 10_000;
    private static final double MAX_LATENCY_MS = 60_000;

    static Report of(JsonNode node) {
        return new Report(
                number(node, "skewMs", -MAX_SKEW_MS, MAX_SKEW_MS), number(node, "latencyMs", 0, MAX_LATENCY_MS));
    }

    private static OptionalDouble number(JsonNode node, String name, double min, double max) {
        JsonNode member = node.path(name);
        double value = member.isNumber() ? member.doubleValue() : Double.NaN;
        return Double.isFinite(value) ? OptionalDouble.of(Math.clamp(value, min, max)) : OptionalDouble.empty();
    }
}
