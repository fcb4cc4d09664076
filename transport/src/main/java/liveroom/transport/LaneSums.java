package liveroom.transport;

import java.util.List;

/// Averages what the lane does for each viewer.
final class LaneSums {
    private LaneSums() {}

    static LaneFigures of(List<Traffic> traffic, EncodeTimes times, LaneFigures.Shared shared) {
        times.add(traffic);
        List<Traffic> served = traffic.stream()
                .filter(each -> each.framesEncoded() > 0 || each.audioKbps() > 0)
                .toList();
        if (served.isEmpty()) {
            return new LaneFigures(0, 0, 0, 0, shared);
        }
        return new LaneFigures(
                times.percentile(0.5),
                times.percentile(0.95),
                served.stream().mapToDouble(Traffic::videoKbps).average().orElse(0),
                served.stream().mapToDouble(Traffic::audioKbps).average().orElse(0),
                shared);
    }
}
