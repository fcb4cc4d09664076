package liveroom.transport;

import java.time.Instant;
import liveroom.transport.peer.Channel;
import tools.jackson.databind.JsonNode;

/// The channel `control` of one viewer: the clock exchange, announcements. Confined to the thread `room`.
final class ControlLine {
    private final Channel channel;
    private int audienceTold = -1;

    ControlLine(Channel channel, String viewerId, String title) {
        this.channel = channel;
        tell(new Wire.Welcome(viewerId, title));
    }

    boolean isOn(Channel other) {
        return channel == other;
    }

    void take(String type, JsonNode message, long receivedUnixNanos) {
        if (type.equals("clock")) {
            answerClock(message, receivedUnixNanos);
        }
    }

    void tell(Record message) {
        channel.send(Wire.write(message));
    }

    void tellAudience(int viewers) {
        if (viewers != audienceTold) {
            audienceTold = viewers;
            tell(new Wire.Audience(viewers));
        }
    }

    /// RFC 5905, section 8: the viewer adds the fourth time stamp.
    private void answerClock(JsonNode message, long receivedUnixNanos) {
        JsonNode t0 = message.path("t0");
        if (t0.isNumber() && Double.isFinite(t0.doubleValue())) {
            Instant now = Instant.now();
            double sentMs = now.getEpochSecond() * 1e3 + now.getNano() / 1e6;
            tell(new Wire.Clock(t0.doubleValue(), receivedUnixNanos / 1e6, sentMs));
        }
    }
}
