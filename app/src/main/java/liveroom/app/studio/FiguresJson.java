package liveroom.app.studio;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import liveroom.encoder.Rung;
import liveroom.encoder.RungFigures;
import liveroom.transport.SharedService;
import liveroom.transport.ViewerSnapshot;
import liveroom.transport.ViewerTiming;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the studio is doing, as one line of JSON for scripts, printed and told over HTTP alike. A number that is not
/// known is `null`.
public final class FiguresJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double TENTHS = 10;

    private FiguresJson() {}

    public static String line(StudioSnapshot studio) {
        ObjectNode line = MAPPER.createObjectNode();
        put(line, "uptimeS", studio.process().uptimeS());
        line.put("viewers", studio.audience());
        put(line, "programFps", studio.program().fps());
        line.put(
                "droppedFrames",
                studio.program().droppedFrames() + studio.program().surplusFrames());
        line.put("repeatedFrames", studio.program().repeatedFrames());
        line.put("unevenFrames", studio.program().unevenFrames());
        line.put("encoderDroppedFrames", studio.encode().missedFrames());
        put(line, "encodeMsP50", studio.encode().encodeMsP50());
        put(line, "encodeMsP95", studio.encode().encodeMsP95());
        put(line, "videoKbps", studio.encode().videoKbps());
        put(line, "audioKbps", studio.encode().audioKbps());
        line.put("roomForMore", studio.vacancy().viewers());
        line.put(
                "rungLimit",
                studio.vacancy().limit().map(rung -> rung.format().height()).orElse(null));
        put(line, "programSkewMs", studio.program().skewMs());
        put(line, "encodedSkewMs", studio.program().encodedSkewMs());
        put(line, "soundDriftPpm", studio.program().soundDriftPpm());
        put(line, "cpuPercent", studio.process().cpuPercent());
        put(line, "rssMb", studio.process().rssMb());
        ArrayNode rungs = line.putArray("rungs");
        studio.encode().rungs().stream().filter(RungFigures::isRunning).forEach(rung -> rungs.add(rung(rung)));
        ArrayNode viewers = line.putArray("perViewer");
        studio.viewers().forEach(viewer -> viewers.add(viewer(studio, viewer)));
        return MAPPER.writeValueAsString(line);
    }

    private static ObjectNode rung(RungFigures rung) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("height", rung.rung().format().height());
        put(object, "kbps", rung.kbps());
        put(object, "encodeMs", LatencyParts.encodeMs(rung));
        object.put("droppedFrames", rung.missed());
        return object;
    }

    private static ObjectNode viewer(StudioSnapshot studio, ViewerSnapshot viewer) {
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
        putTiming(object, viewer.timing());
        putCount(object, "droppedPictures", viewer.droppedPictures());
        putParts(object, LatencyParts.of(studio, viewer));
        putService(object, viewer.shared());
        return object;
    }

    private static void putTiming(ObjectNode object, ViewerTiming timing) {
        put(object, "skewMsP50", timing.skewMsP50());
        put(object, "skewMsP95", timing.skewMsP95());
        put(object, "latencyMsP50", timing.latencyMsP50());
        put(object, "latencyMsP95", timing.latencyMsP95());
        OptionalDouble late = timing.lateFrames();
        putCount(
                object,
                "lateFrames",
                late.isPresent() ? OptionalLong.of(Math.round(late.getAsDouble())) : OptionalLong.empty());
    }

    private static void putParts(ObjectNode object, LatencyParts parts) {
        put(object, "captureMs", parts.capture());
        put(object, "composeMs", parts.compose());
        put(object, "encodeMs", parts.encode());
        put(object, "networkMs", parts.network());
        put(object, "bufferMs", parts.buffer());
        put(object, "renderMs", parts.render());
    }

    /// Its place on the shared lane; a rung of zero is the sound alone.
    private static void putService(ObjectNode object, Optional<SharedService> service) {
        Optional<Rung> rung = service.flatMap(SharedService::rung);
        Integer none = service.isPresent() ? 0 : null;
        object.put("rung", rung.map(each -> each.format().height()).orElse(none));
        object.put("rungKbps", rung.map(Rung::kbps).orElse(none));
        object.put("connections", service.map(SharedService::connections).orElse(null));
        put(object, "queueMs", service.map(SharedService::queueMs).orElse(OptionalDouble.empty()));
    }

    private static void put(ObjectNode object, String name, OptionalDouble value) {
        put(object, name, value.orElse(Double.NaN));
    }

    private static void putCount(ObjectNode object, String name, OptionalLong count) {
        if (count.isPresent()) {
            object.put(name, count.getAsLong());
        } else {
            object.putNull(name);
        }
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
