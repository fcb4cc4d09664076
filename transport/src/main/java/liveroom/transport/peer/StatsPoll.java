package liveroom.transport.peer;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks one connection for its statistics (W3C webrtc-stats), the picture's first and then the sound's. Confined to the
/// room's executor, but for the library's callbacks.
final class StatsPoll {
    private static final String VIDEO_PREFIX = "video/";

    private final RTCPeerConnection natives;
    private final Executor room;
    private boolean open = true;

    StatsPoll(RTCPeerConnection natives, Executor room) {
        this.natives = natives;
        this.room = room;
    }

    /// Asks no more: the senders are about to go.
    void end() {
        open = false;
    }

    void ask(@Nullable RTCRtpSender video, @Nullable RTCRtpSender audio, Consumer<PeerStats> consumer) {
        if (video == null) {
            askSound(audio, PeerStats.NOTHING, consumer);
            return;
        }
        natives.getStats(
                video,
                report -> Callbacks.run(() -> {
                    PeerStats picture = picture(report);
                    room.execute(() -> Callbacks.run(() -> askSound(audio, picture, consumer)));
                }));
    }

    private void askSound(@Nullable RTCRtpSender audio, PeerStats picture, Consumer<PeerStats> consumer) {
        if (audio == null || !open) {
            consumer.accept(picture);
            return;
        }
        natives.getStats(
                audio,
                report -> Callbacks.run(() -> {
                    PeerStats both = withSound(picture, report);
                    room.execute(() -> consumer.accept(both));
                }));
    }

    private static PeerStats picture(RTCStatsReport report) {
        String codec = "";
        long frames = 0;
        double seconds = 0;
        long bytes = 0;
        OptionalDouble reported = OptionalDouble.empty();
        double loss = 0;
        for (RTCStats stats : report.getStats().values()) {
            Map<String, Object> values = stats.getAttributes();
            switch (stats.getType()) {
                case OUTBOUND_RTP -> {
                    codec = codec(report, values.get("codecId"));
                    frames = (long) number(values, "framesEncoded", 0);
                    seconds = number(values, "totalEncodeTime", 0);
                    bytes = (long) number(values, "bytesSent", 0);
                }
                case REMOTE_INBOUND_RTP -> {
                    loss = number(values, "fractionLost", 0) * 100;
                    reported = rtt(values, "roundTripTime");
                }
                default -> {}
            }
        }
        OptionalDouble checked = checkedRtt(report);
        OptionalDouble rttMs = checked.isPresent() ? checked : reported;
        return new PeerStats(System.nanoTime(), frames > 0 ? codec : "", frames, seconds, bytes, 0, rttMs, loss);
    }

    private static String codec(RTCStatsReport report, @Nullable Object id) {
        RTCStats codec = report.getStats().get(String.valueOf(id));
        String mime = codec == null ? "" : String.valueOf(codec.getAttributes().get("mimeType"));
        return mime.startsWith(VIDEO_PREFIX) ? mime.substring(VIDEO_PREFIX.length()) : "";
    }

    private static PeerStats withSound(PeerStats picture, RTCStatsReport report) {
        long bytes = 0;
        for (RTCStats stats : report.getStats().values()) {
            if (stats.getType() == RTCStatsType.OUTBOUND_RTP) {
                bytes = (long) number(stats.getAttributes(), "bytesSent", 0);
            }
        }
        OptionalDouble rttMs = picture.rttMs().isPresent() ? picture.rttMs() : checkedRtt(report);
        return new PeerStats(
                System.nanoTime(),
                picture.codec(),
                picture.framesEncoded(),
                picture.encodeSeconds(),
                picture.videoBytes(),
                bytes,
                rttMs,
                picture.lossPercent());
    }

    /// That of the connection's own checks, every few seconds, on the way that carries most. What the viewer's reports
    /// on the tracks say is of the time when the tracks were last awake.
    private static OptionalDouble checkedRtt(RTCStatsReport report) {
        return report.getStats().values().stream()
                .filter(stats -> stats.getType() == RTCStatsType.CANDIDATE_PAIR)
                .map(RTCStats::getAttributes)
                .filter(values -> Boolean.TRUE.equals(values.get("nominated")))
                .max(Comparator.comparingDouble(values -> number(values, "bytesSent", 0)))
                .map(values -> rtt(values, "currentRoundTripTime"))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble rtt(Map<String, Object> values, String name) {
        double seconds = number(values, name, -1);
        return seconds < 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds * 1000);
    }

    private static double number(Map<String, Object> values, String name, double otherwise) {
        return values.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }
}
