package liveroom.bench.link;

import java.util.List;
import liveroom.bench.Percentiles;
import liveroom.bench.chain.PictureWatch.Shown;

/// The pictures that one viewer was shown in a span of time.
///
/// @param fromMillis when it began, see [liveroom.bench.chain.Monotonic]
/// @param untilMillis when it ended
record Watched(List<Shown> pictures, double fromMillis, double untilMillis) {
    double ageMillis(int percent) {
        return new Percentiles(pictures.stream().map(Shown::ageMillis).toList()).at(percent);
    }

    double fps() {
        return pictures.size() * 1000 / (untilMillis - fromMillis);
    }

    /// What was shown from a time on.
    Watched from(double millis) {
        return new Watched(
                pictures.stream()
                        .filter(picture -> picture.shownMillis() >= millis)
                        .toList(),
                millis,
                untilMillis);
    }

    /// What was shown before a time.
    Watched until(double millis) {
        return new Watched(
                pictures.stream()
                        .filter(picture -> picture.shownMillis() < millis)
                        .toList(),
                fromMillis,
                millis);
    }

    /// The longest time without a new picture.
    double longestFreezeMillis() {
        double before = fromMillis;
        double longest = 0;
        for (Shown picture : pictures) {
            longest = Math.max(longest, picture.shownMillis() - before);
            before = picture.shownMillis();
        }
        return Math.max(longest, untilMillis - before);
    }
}
