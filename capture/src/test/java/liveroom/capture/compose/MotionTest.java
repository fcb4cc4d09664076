package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Layer;
import org.junit.jupiter.api.Test;

final class MotionTest {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final Animation SLOW =
            new Animation(Animation.Kind.FADE, 1_000, Animation.Ease.LINEAR, Animation.Edge.LEFT);
    private static final Layer SHOWN =
            Rehearsal.shape("a", 0xffffffff, 0, 0, 20, 20).withAnimations(SLOW, SLOW);

    private final Motion motion = new Motion();

    @Test
    void move_changeOfMindOnTheWay_goesOnFromWhereItIs() {
        motion.rest(false);
        motion.move(SHOWN, 1, 0);
        motion.move(SHOWN, 1, SECOND_NANOS / 2);
        assertThat(motion.presence()).isCloseTo(0.5, within(1e-6));
        motion.move(SHOWN.withShown(false), 1, SECOND_NANOS / 2);
        motion.move(SHOWN.withShown(false), 1, SECOND_NANOS * 3 / 4);
        assertThat(motion.presence()).isCloseTo(0.25, within(1e-6));
        motion.move(SHOWN.withShown(false), 1, SECOND_NANOS);
        assertThat(motion.visible()).isFalse();
    }

    @Test
    void move_calmKit_takesLonger() {
        motion.rest(false);
        motion.move(SHOWN, 1.4, 0);
        motion.move(SHOWN, 1.4, SECOND_NANOS);
        assertThat(motion.presence()).isCloseTo(1 / 1.4, within(1e-6));
    }

    @Test
    void move_cut_isThereAtOnce() {
        Layer cut = SHOWN.withAnimations(Animation.CUT, Animation.CUT);
        motion.rest(false);
        motion.move(cut, 1, 5);
        assertThat(motion.resting()).isTrue();
        motion.move(cut.withShown(false), 1, 6);
        assertThat(motion.visible()).isFalse();
    }

    @Test
    void hold_nothingToSeeYet_beginsOnlyWhenThereIs() {
        motion.rest(false);
        motion.move(SHOWN, 1, 0);
        motion.hold(SECOND_NANOS);
        motion.move(SHOWN, 1, SECOND_NANOS * 5 / 4);
        assertThat(motion.presence()).isCloseTo(0.25, within(1e-6));
    }
}
