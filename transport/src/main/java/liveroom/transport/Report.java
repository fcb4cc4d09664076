package liveroom.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import liveroom.transport.rtp.ReceptionReport;
import liveroom.transport.shared.Delivery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a viewer says of its own playout; believed only within bounds.
///
/// @param skewMs how late the sound is against the picture
/// @param latencyMs from capture to the picture shown
/// @param parts of that latency
/// @param lossPercent of what the viewer was sent
/// @param lane the one that it speaks of
/// @param droppedFrames that came and were not shown, since that lane began to serve it
/// @param shared what only a viewer on the shared lane says
record Report(
        OptionalDouble skewMs,
        OptionalDouble latencyMs,
        Parts parts,
        OptionalDouble lossPercent,
        Lane lane,
        OptionalDouble droppedFrames,
        OnShared shared) {
    static final Report NONE = of(JsonNodeFactory.instance.objectNode());
    private static final double MAX_SKEW_MS = 10_000;
    private static final double MAX_LATENCY_MS = 60_000;
    private static final double MAX_DRIFT_PPM = 10_000;
    private static final double MAX_COUNT = 1e9;
    private static final int MAX_BLOCKS = 8;
    private static final double MAX_MESSAGES = 100_000;

    /// Where the time went in the last second: together they are the latency.
    ///
    /// @param arrivalMs how old pictures were when they arrived
    /// @param bufferMs how long they then waited for their time
    /// @param renderMs decoding, and from drawing to the screen
    record Parts(OptionalDouble arrivalMs, OptionalDouble bufferMs, OptionalDouble renderMs) {}

    /// How messages are delivered and played.
    ///
    /// @param queueMs how much longer pictures are under way now than the fastest of the last half minute
    /// @param decodeMs from message to picture
    /// @param playoutMs the delay from capture that the viewer holds the show to
    /// @param lateFrames that came after their time, since the viewer came
    /// @param driftPpm of the viewer's sound clock against the studio's
    /// @param overtaken messages that came after later ones of the same stream and connection
    record OnShared(
            OptionalDouble queueMs,
            OptionalDouble decodeMs,
            OptionalDouble playoutMs,
            OptionalDouble lateFrames,
            OptionalDouble driftPpm,
            OptionalDouble overtaken,
            List<ReceptionReport> blocks) {}

    static Report of(JsonNode node) {
        return new Report(
                number(node, "skewMs", -MAX_SKEW_MS, MAX_SKEW_MS),
                number(node, "latencyMs", 0, MAX_LATENCY_MS),
                new Parts(
                        number(node, "arrivalMs", 0, MAX_LATENCY_MS),
                        number(node, "bufferMs", 0, MAX_LATENCY_MS),
                        number(node, "renderMs", 0, MAX_LATENCY_MS)),
                number(node, "lossPercent", 0, 100),
                node.path("lane").asString("").equals("shared") ? Lane.SHARED : Lane.TRACK,
                number(node, "droppedFrames", 0, MAX_COUNT),
                new OnShared(
                        number(node, "queueMs", 0, MAX_LATENCY_MS),
                        number(node, "decodeMs", 0, MAX_LATENCY_MS),
                        number(node, "playoutMs", 0, MAX_LATENCY_MS),
                        number(node, "lateFrames", 0, MAX_COUNT),
                        number(node, "driftPpm", -MAX_DRIFT_PPM, MAX_DRIFT_PPM),
                        number(node, "overtaken", 0, MAX_MESSAGES),
                        blocks(node.path("rtp"))));
    }

    Delivery delivery() {
        int overtaken = (int) shared.overtaken().orElse(-1);
        return new Delivery(shared.queueMs().orElse(0), overtaken, shared.blocks());
    }

    private static List<ReceptionReport> blocks(JsonNode array) {
        List<ReceptionReport> blocks = new ArrayList<>();
        for (JsonNode node : array) {
            if (blocks.size() == MAX_BLOCKS) {
                break;
            }
            if (node.isObject() && node.path("ssrc").isIntegralNumber()) {
                blocks.add(new ReceptionReport(
                        (int) whole(node, "ssrc"),
                        Math.clamp(whole(node, "fractionLost"), 0, 255),
                        Math.clamp(whole(node, "lost"), -0x80_0000, 0x7f_ffff),
                        (int) whole(node, "highest"),
                        (int) whole(node, "jitter"),
                        (int) whole(node, "lsr"),
                        (int) whole(node, "dlsr"),
                        Math.max(0, whole(node, "received"))));
            }
        }
        return List.copyOf(blocks);
    }

    private static long whole(JsonNode node, String name) {
        JsonNode member = node.path(name);
        return member.isIntegralNumber() && member.canConvertToLong() ? member.longValue() : 0;
    }

    private static OptionalDouble number(JsonNode node, String name, double min, double max) {
        JsonNode member = node.path(name);
        double value = member.isNumber() ? member.doubleValue() : Double.NaN;
        return Double.isFinite(value) ? OptionalDouble.of(Math.clamp(value, min, max)) : OptionalDouble.empty();
    }
}
