package liveroom.bench.fanout;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsType;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import liveroom.bench.chain.Monotonic;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The process of the viewers. Reads `grow N` and `measure SECONDS` from standard input, and answers each with a line;
/// ends when its input does. Every viewer reports once a second, as the page does.
final class CrowdMain {
    private static final double LATE_MILLIS = 200;
    private static final double NTP_TO_UNIX_MILLIS = 2_208_988_800_000.0;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Door door;
    private final Lane lane;
    private final List<CrowdViewer> viewers = new CopyOnWriteArrayList<>();
    private final LongAdder lateOnTracks = new LongAdder();
    private final LongAdder agesOnTracks = new LongAdder();

    private CrowdMain(Door door, Lane lane) {
        this.door = door;
        this.lane = lane;
    }

    static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        CrowdMain crowd = new CrowdMain(new Door(URI.create(arguments[0])), Lane.of(arguments[1]));
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("reports").daemon().factory());
        var _ = timer.scheduleAtFixedRate(crowd::everySecond, 1, 1, TimeUnit.SECONDS);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            int number = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
            System.out.println(line.startsWith("grow") ? crowd.grow(number) : crowd.measure(number));
        }
        Runtime.getRuntime().halt(0);
    }

    private String grow(int count) throws Exception {
        while (viewers.size() < count) {
            CrowdViewer viewer = new CrowdViewer(lane);
            viewer.join(door);
            viewers.add(viewer);
        }
        return "ready";
    }

    private String measure(int seconds) throws InterruptedException {
        long[] before = viewers.stream().mapToLong(CrowdViewer::pictures).toArray();
        viewers.forEach(viewer -> viewer.media().beginWindow());
        lateOnTracks.reset();
        agesOnTracks.reset();
        double from = Monotonic.millis();
        TimeUnit.SECONDS.sleep(seconds);
        double elapsed = (Monotonic.millis() - from) / 1000;
        MediaCount.Counted sum = MediaCount.Counted.NOTHING;
        double fewest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < viewers.size(); i++) {
            MediaCount.Counted counted = viewers.get(i).media().counted();
            sum = sum.plus(counted);
            long pictures =
                    lane == Lane.SHARED ? counted.pictures() : viewers.get(i).pictures() - before[i];
            fewest = Math.min(fewest, pictures / elapsed);
        }
        ObjectNode line = MAPPER.createObjectNode();
        line.put("receivedFpsMin", Math.round(fewest * 10) / 10.0);
        if (lane == Lane.SHARED) {
            line.put("messagesLate", sum.late());
            line.put("messagesMissing", sum.missing());
            line.put("kbpsMean", Math.round(sum.bytes() * 8 / elapsed / 1000 / viewers.size()));
        } else if (agesOnTracks.sum() > 0) {
            line.put("messagesLate", lateOnTracks.sum());
        } else {
            line.putNull("messagesLate");
        }
        return MAPPER.writeValueAsString(line);
    }

    private void everySecond() {
        for (CrowdViewer viewer : viewers) {
            if (lane == Lane.SHARED) {
                viewer.say(report(viewer.media()));
            } else {
                viewer.natives().getStats(report -> report.getStats().values().forEach(this::judge));
            }
        }
    }

    /// How old the picture is that a track shows now: its capture time is on the machine's own clock (NTP).
    private void judge(RTCStats stats) {
        if (stats.getType() == RTCStatsType.INBOUND_RTP
                && "video".equals(stats.getAttributes().get("kind"))
                && stats.getAttributes().get("estimatedPlayoutTimestamp") instanceof Number played) {
            double age = System.currentTimeMillis() + NTP_TO_UNIX_MILLIS - played.doubleValue();
            agesOnTracks.increment();
            if (age > LATE_MILLIS) {
                lateOnTracks.increment();
            }
        }
    }

    private static String report(MediaCount media) {
        ObjectNode report = MAPPER.createObjectNode();
        report.put("v", 1).put("type", "report").put("lane", "shared").put("queueMs", media.queueMillis());
        var blocks = report.putArray("rtp");
        media.streams((stream, ssrc) -> blocks.addObject()
                .put("ssrc", Integer.toUnsignedLong(ssrc))
                .put("fractionLost", 0)
                .put("lost", 0)
                .put("highest", stream.highest())
                .put("jitter", 0)
                .put("lsr", 0)
                .put("dlsr", 0)
                .put("received", stream.received()));
        return MAPPER.writeValueAsString(report);
    }
}
