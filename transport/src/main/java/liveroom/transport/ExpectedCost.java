package liveroom.transport;

import java.util.List;
import java.util.stream.IntStream;
import liveroom.transport.Capacity.Audience;

/// What viewers are expected to take of all processors, 0 to 1, by what was measured, see `docs/performance.md`. Pure.
final class ExpectedCost {
    /// What a viewer's sound takes, and pictures of 2,500 kbit/s: in percent of a core, with a margin.
    private static final double SOUND_PERCENT = 0.12;

    private static final double PICTURE_PERCENT = 0.48;
    private static final double PICTURE_KBPS = 2500;
    private static final double TRACK_PERCENT = 20;

    /// Of a viewer at each rung; the last is that of the sound alone.
    private final double[] ofRungs;

    private final double ofTracks;

    /// @param kbps of each rung, from the top down
    ExpectedCost(int processors, List<Integer> kbps) {
        double wholeMachine = processors * 100.0;
        ofRungs = IntStream.concat(kbps.stream().mapToInt(Integer::intValue), IntStream.of(0))
                .mapToDouble(each -> (SOUND_PERCENT + PICTURE_PERCENT * each / PICTURE_KBPS) / wholeMachine)
                .toArray();
        ofTracks = TRACK_PERCENT / wholeMachine;
    }

    /// The last rung but one: the last is for links that carry no other.
    int smallestForAll() {
        return Math.max(0, ofRungs.length - 3);
    }

    double of(Audience audience) {
        return atMost(0, 0, audience);
    }

    /// Of one more viewer with an encoder of its own.
    double track() {
        return ofTracks;
    }

    /// A viewer's, in the mean, if nobody were sent a better picture than that rung's.
    double newcomer(int rung, int highest, Audience audience) {
        int present = audience.present();
        return present == 0 ? ofRungs[rung] : atMost(rung, highest, audience) / present;
    }

    /// If `rung` were the highest rung in place of `highest`. Who is at the highest now would be there; who is below it
    /// is so for other reasons.
    double atMost(int rung, int highest, Audience audience) {
        double sum = audience.tracks() * ofTracks;
        for (int at = 0; at < ofRungs.length; at++) {
            sum += audience.onRung(at) * ofRungs[at <= highest ? rung : Math.max(at, rung)];
        }
        return sum;
    }
}
