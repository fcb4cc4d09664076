package liveroom.capture.show;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import liveroom.capture.scene.Scene;

/// Identifiers for what the studio itself adds to a show.
final class Ids {
    private Ids() {}

    /// `wanted`, or `wanted-2`, `wanted-3` … where that is taken in `scene`.
    static String free(Scene scene, String wanted) {
        Predicate<String> isFree = id -> scene.layer(id).isEmpty();
        return isFree.test(wanted)
                ? wanted
                : IntStream.iterate(2, i -> i + 1)
                        .mapToObj(i -> wanted + "-" + i)
                        .filter(isFree)
                        .findFirst()
                        .orElseThrow();
    }
}
