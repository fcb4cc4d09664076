package liveroom.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RungKeyframesTest {
    private static final long SECOND = RungKeyframes.APART.toNanos();
    private static final int FPS = 30;

    private final RungKeyframes keyframes = new RungKeyframes();
    private int pictures;

    @Test
    void isNext_noRequest_isFalse() {
        assertThat(run(5 * FPS, List.of())).isEmpty();
    }

    @Test
    void isNext_firstRequest_isHonouredAtOnce() {
        assertThat(run(5 * FPS, List.of(7))).containsExactly(7);
    }

    @Test
    void isNext_requestsWithinASecond_areHonouredTogetherWhenItIsOver() {
        assertThat(run(5 * FPS, List.of(7, 8, 9, 20, 36))).containsExactly(7, 37);
    }

    @Test
    void isNext_requestAtEveryPicture_isHonouredOnceASecond() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 3 * FPS; i++) {
            all.add(i);
        }

        assertThat(run(5 * FPS, all)).containsExactly(0, 30, 60, 90);
    }

    @Test
    void isNext_requestsASecondApart_areEachHonouredAtOnce() {
        assertThat(run(5 * FPS, List.of(3, 33, 70))).containsExactly(3, 33, 70);
    }

    @Test
    void came_ofItselfAfterTheRequest_isWhatWasAskedFor() {
        keyframes.request(0);
        assertThat(keyframes.isNext(0)).isTrue();
        keyframes.came(0);

        keyframes.request(SECOND / 2);
        assertThat(keyframes.isNext(SECOND / 2)).isFalse();
        keyframes.came(SECOND * 3 / 4);

        assertThat(keyframes.isNext(SECOND)).isFalse();
    }

    @Test
    void came_begunBeforeTheRequest_leavesItOpen() {
        keyframes.request(0);
        assertThat(keyframes.isNext(0)).isTrue();

        keyframes.request(SECOND / 2);
        keyframes.came(SECOND / 4);

        assertThat(keyframes.isNext(SECOND)).isTrue();
    }

    @Test
    void isNext_keyframeIsLost_isTrueAgainAfterASecond() {
        keyframes.request(0);
        assertThat(keyframes.isNext(0)).isTrue();
        assertThat(keyframes.isNext(SECOND - 1)).isFalse();
        assertThat(keyframes.isNext(SECOND)).isTrue();
    }

    @Test
    void regularly_interval_countsFromTheLastKeyframeOfAnyKind() {
        keyframes.regularly(2 * FPS);
        assertThat(run(6 * FPS, List.of(10))).containsExactly(10, 70, 130);
    }

    @Test
    void regularly_noLongerWanted_leavesRequestsAlone() {
        keyframes.regularly(FPS);
        assertThat(run(FPS, List.of())).containsExactly(29);
        keyframes.regularly(Integer.MAX_VALUE);
        assertThat(run(5 * FPS, List.of(100))).containsExactly(100);
    }

    /// Shows pictures at their times and makes those keyframes that are to be.
    ///
    /// @param requests before which pictures a keyframe is asked for
    /// @return which pictures became keyframes
    private List<Integer> run(int count, List<Integer> requests) {
        List<Integer> made = new ArrayList<>();
        int end = pictures + count;
        for (; pictures < end; pictures++) {
            long nowNanos = pictures * SECOND / FPS;
            if (requests.contains(pictures)) {
                keyframes.request(nowNanos);
            }
            if (keyframes.isNext(nowNanos)) {
                made.add(pictures);
                keyframes.came(nowNanos);
            }
        }
        return made;
    }
}
