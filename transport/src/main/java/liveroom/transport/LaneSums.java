package liveroom.transport;

import java.util.List;

/// Averages what the lane does for each viewer.
final class LaneSums {
    private LaneSums() {}

    static LaneFigures of(List<Traffic> traffic, LaneFigures.Shared shared) {
        List<Traffic> served = traffic.stream()
                .filter(each -> each.framesEncoded() > 0 || each.audioKbps() > 0)
                .toList();
        if (served.isEmpty()) {
            return new LaneFigures(0, 0, 0, shared);
        }
        long frames = served.stream().mapToLong(Traffic::framesEncoded).sum();
        double seconds = served.stream().mapToDouble(Traffic::encodeSeconds).sum();
        return new LaneFigures(
                frames == 0 ? 0 : seconds * 1000 / frames,
                served.stream().mapToDouble(Traffic::videoKbps).average().orElse(0),
                served.stream().mapToDouble(Traffic::audioKbps).average().orElse(0),
                shared);
    }
}
