package liveroom.app.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import liveroom.app.studio.StudioSnapshot;
import liveroom.encoder.Rung;
import liveroom.transport.ViewerSnapshot;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the studio is doing, as one line of JSON for scripts. A number that is not known is `null`.
final class FiguresJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double TENTHS = 10;

    private FiguresJson() {}

    static String line(StudioSnapshot studio) {
        ObjectNode line = MAPPER.createObjectNode();
        put(line, "uptimeS", studio.process().uptimeS());
        line.put("viewers", studio.audience());
        put(line, "programFps", studio.program().fps());
        line.put(
                "droppedFrames",
                studio.program().droppedFrames() + studio.program().surplusFrames());
        line.put("repeatedFrames", studio.program().repeatedFrames());
        line.put("unevenFrames", studio.program().unevenFrames());
        put(line, "encodeMsP50", studio.encode().encodeMsP50());
        put(line, "encodeMsP95", studio.encode().encodeMsP95());
        put(line, "videoKbps", studio.encode().videoKbps());
        put(line, "audioKbps", studio.encode().audioKbps());
        put(line, "cpuPercent", studio.process().cpuPercent());
        put(line, "rssMb", studio.process().rssMb());
        ArrayNode viewers = line.putArray("perViewer");
        studio.viewers().forEach(viewer -> viewers.add(viewer(viewer)));
        return MAPPER.writeValueAsString(line);
    }

    private static ObjectNode viewer(ViewerSnapshot viewer) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("id", viewer.id());
        object.put("lane", viewer.lane().name().toLowerCase(Locale.ROOT));
        object.put("codec", viewer.codec().isEmpty() ? null : viewer.codec());
        put(object, "fps", viewer.fps());
        put(object, "kbps", viewer.kbps());
        put(object, "rttMs", viewer.rttMs());
        put(object, "lossPercent", viewer.lossPercent());
        put(object, "skewMs", viewer.skewMs());
        put(object, "latencyMs", viewer.latencyMs());
        viewer.shared().ifPresent(service -> {
            object.put("rungKbps", service.rung().map(Rung::kbps).orElse(0));
            object.put("connections", service.connections());
        });
        return object;
    }

    private static void put(ObjectNode object, String name, OptionalDouble value) {
        put(object, name, value.orElse(Double.NaN));
    }

    /// One digit after the point is all that these figures are good for.
    private static void put(ObjectNode object, String name, double value) {
        if (Double.isFinite(value)) {
            object.put(name, Math.round(value * TENTHS) / TENTHS);
        } else {
            object.putNull(name);
        }
    }
}
