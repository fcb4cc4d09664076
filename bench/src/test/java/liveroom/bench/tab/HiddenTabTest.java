package liveroom.bench.tab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import liveroom.bench.chain.BeepDetector;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.LiveStudio.Figures;
import liveroom.bench.chain.Monotonic;
import liveroom.bench.chain.PulseServer;
import liveroom.bench.chain.SoundRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A viewer of the shared lane who looks at another tab now and then goes on hearing the show.
///
/// Another program that takes the processor moves a beep now and then. What going away and coming back do to the sound
/// they do each time: so one round in which they did nothing is enough.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HiddenTabTest {
    private static final int MOST_ROUNDS = 3;
    private static final int BEEPS_TO_SETTLE = 10;
    private static final int BEEPS_UNSEEN = 6;
    private static final int BEEPS_SEEN = 4;
    private static final double BEEP_MILLIS = 1000;
    private static final long LISTEN_MILLIS = 500;
    /// The sound follows the clocks by ten milliseconds a second; what is more is a jump.
    private static final double JUMP_MILLIS = 30;
    private static final double SOON_MILLIS = 2000;

    private static final String LIVE = """
            document.documentElement.dataset.state === 'live'
                && document.querySelector('canvas[data-program]')?.width > 0""";
    private static final String COUNT_REFRESHES = """
            (() => {
                globalThis.refreshes = 0;
                const count = () => {
                    globalThis.refreshes += 1;
                    requestAnimationFrame(count);
                };
                count();
            })()""";
    /// Looks at the foot of the picture, where the test source has its time code.
    private static final String WATCH_PICTURE = """
            (() => {
                const glass = new OffscreenCanvas(64, 4).getContext('2d', { willReadFrequently: true });
                globalThis.seen = new Set();
                globalThis.look = () => {
                    const shown = document.querySelector('canvas[data-program]');
                    glass.drawImage(shown, 0, 0.97 * shown.height, shown.width, 0.02 * shown.height, 0, 0, 64, 4);
                    seen.add(String(glass.getImageData(0, 2, 64, 1).data));
                    return seen.size;
                };
            })()""";

    private static final String PICTURE_MOVES = "look() > 5";

    @Test
    void tabOutOfSight_soundGoesOnWithoutAJump_pictureIsThereWhenItIsShownAgain() {
        try (PulseServer pulse = PulseServer.start();
                SoundRecorder recorder = SoundRecorder.start(pulse, PulseServer.SPEAKERS);
                LiveStudio studio = LiveStudio.start(
                        pulse.environment(), List.of("--video", "test", "--audio", "test", "--lane", "shared"));
                BrowserWindow window = BrowserWindow.open(pulse.environment())) {
            BrowserWindow.Tab viewer = window.tab(studio.link());
            viewer.await(LIVE);
            viewer.valueOf("document.getElementById('sound-call').click()");
            viewer.await("document.documentElement.dataset.sound === 'on'");
            viewer.valueOf(COUNT_REFRESHES);
            viewer.valueOf(WATCH_PICTURE);
            viewer.await(PICTURE_MOVES);
            BrowserWindow.Tab other = window.tab("about:blank");
            viewer.bringToFront();
            awaitBeeps(recorder, Monotonic.millis(), BEEPS_TO_SETTLE);
            double from = Monotonic.millis();
            Harm least = Harm.ALL;
            int rounds = 0;
            while (!least.isNone() && rounds < MOST_ROUNDS) {
                Away away = lookAway(viewer, other, recorder);
                Harm harm = Harm.of(away, beeps(recorder, from));
                System.out.println(harm);
                least = least.leastOf(harm);
                rounds++;
            }
            assertThat(least).as("what a look away does to the sound").matches(Harm::isNone);
            assertThat(notHeard(beeps(recorder, from))).as("beeps not heard").isLessThan(rounds);
            assertThat(told(studio.figures(), from)).containsOnly("shared");
        }
    }

    /// When the tab was out of sight, see [Monotonic].
    private record Away(double fromMillis, double untilMillis) {}

    /// By how much going away and coming back moved a beep.
    private record Harm(double goingMillis, double comingMillis) {
        static final Harm ALL = new Harm(Double.MAX_VALUE, Double.MAX_VALUE);

        static Harm of(Away away, List<Double> beeps) {
            return new Harm(moved(beeps, away.fromMillis()), moved(beeps, away.untilMillis()));
        }

        Harm leastOf(Harm other) {
            return new Harm(Math.min(goingMillis, other.goingMillis), Math.min(comingMillis, other.comingMillis));
        }

        boolean isNone() {
            return goingMillis < JUMP_MILLIS && comingMillis < JUMP_MILLIS;
        }
    }

    private static Away lookAway(BrowserWindow.Tab viewer, BrowserWindow.Tab other, SoundRecorder recorder) {
        other.bringToFront();
        viewer.await("document.visibilityState === 'hidden'");
        double fromMillis = Monotonic.millis();
        awaitBeeps(recorder, fromMillis, 1);
        String refreshes = viewer.valueOf("refreshes");
        awaitBeeps(recorder, fromMillis, BEEPS_UNSEEN);
        assertThat(viewer.valueOf("refreshes")).as("refreshes, out of sight").isEqualTo(refreshes);
        viewer.valueOf("seen.clear()");

        viewer.bringToFront();
        viewer.await("document.visibilityState === 'visible'");
        double untilMillis = Monotonic.millis();
        viewer.await(PICTURE_MOVES);
        System.out.printf("six pictures after %.0f ms%n", Monotonic.millis() - untilMillis);
        awaitBeeps(recorder, untilMillis, BEEPS_SEEN);
        return new Away(fromMillis, untilMillis);
    }

    private static void awaitBeeps(SoundRecorder recorder, double fromMillis, int count) {
        BrowserWindow.await(
                count + " beeps",
                LISTEN_MILLIS,
                () -> beeps(recorder, fromMillis).size() >= count);
    }

    private static List<Double> beeps(SoundRecorder recorder, double fromMillis) {
        return BeepDetector.onsetsMillis(recorder.recording()).stream()
                .filter(millis -> millis >= fromMillis)
                .toList();
    }

    /// By how much a beep came too soon or too late after the one before, in the seconds after a time.
    private static double moved(List<Double> beeps, double millis) {
        double most = 0;
        for (int i = 1; i < beeps.size(); i++) {
            if (beeps.get(i) > millis && beeps.get(i - 1) < millis + SOON_MILLIS) {
                most = Math.max(most, Math.abs(beeps.get(i) - beeps.get(i - 1) - BEEP_MILLIS));
            }
        }
        return most;
    }

    private static long notHeard(List<Double> beeps) {
        return Math.round((beeps.getLast() - beeps.getFirst()) / BEEP_MILLIS) + 1 - beeps.size();
    }

    /// The lanes that the studio tells.
    private static List<String> told(List<Figures> figures, double fromMillis) {
        return figures.stream()
                .filter(line -> line.atMillis() >= fromMillis)
                .map(line -> line.json().at("/perViewer/0/lane").asString())
                .toList();
    }
}
