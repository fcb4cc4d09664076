package liveroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import liveroom.bench.chain.BeepDetector;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.FlashDetector;
import liveroom.bench.chain.FlashDetector.Flash;
import liveroom.bench.chain.LipSync;
import liveroom.bench.chain.LipSync.Pair;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.Monotonic;
import liveroom.bench.chain.PulseServer;
import liveroom.bench.chain.Reference;
import liveroom.bench.chain.SoundRecorder;
import liveroom.bench.chain.StolenTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Lip sync as a person would judge it: the flash that Chromium shows against the beep that comes out of it.
///
/// On a quiet machine every beep lies within the limits and the studio's figure agrees in all windows, which what is
/// printed says. Another program that takes the processor for a moment delays a beep or two for good reason: so
/// much is allowed for, and no more.
class LipSyncTest {
    private static final double SETTLE_MILLIS = 10_000;
    private static final double WINDOW_MILLIS = 10_000;
    /// EBU R37.
    private static final double EARLIEST_MILLIS = -40;
    private static final double LATEST_MILLIS = 60;
    private static final double AGREEMENT_MILLIS = 20;
    /// Of all windows together.
    private static final double MIDDLE_AGREEMENT_MILLIS = 15;
    /// A busy machine may keep the detector from a picture or two; then it says so, and that flash does not count.
    private static final int FEWEST_IN_WINDOW = 6;

    private static final double FEWEST_IN_SYNC = 0.95;
    private static final int MOST_WINDOWS_APART = 1;

    // Opened, and the chain calibrated, before the first test.
    @SuppressWarnings("NullAway.Init")
    private static PulseServer pulse;

    @SuppressWarnings("NullAway.Init")
    private static SoundRecorder recorder;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    private static double chainMillis;

    @BeforeAll
    static void open() {
        pulse = PulseServer.start();
        recorder = SoundRecorder.start(pulse, PulseServer.SPEAKERS);
        chromium = Chromium.start(pulse.environment());
        try (Reference reference = Reference.make(0)) {
            Page page = chromium.open();
            chainMillis = reference.play(page, recorder).medianMillis();
            page.context().close();
        }
    }

    @AfterAll
    static void close() {
        try (var _ = pulse;
                var _ = recorder) {
            chromium.close();
        }
    }

    @Test
    void testSource_twoMinutesInChromium_isInSyncAndTheStudioKnows() {
        assertInSync(new Show("shared", "canvas", List.of(), 120_000));
    }

    @Test
    void tracks_oneMinuteInChromium_areInSyncAndTheStudioKnows() {
        assertInSync(new Show("track", "video", List.of("--lane", "track"), 60_000));
    }

    private static void assertInSync(Show show) {
        try (LiveStudio studio = LiveStudio.start(pulse.environment(), show.studioArguments())) {
            Page page = chromium.open();
            page.navigate(studio.link());
            page.locator("html[data-state=live]").waitFor();
            double joinedMillis = Monotonic.millis();
            page.locator("#sound-call").click();
            page.locator("#sound-call")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(WaitForSelectorState.HIDDEN));

            page.locator(show.program()).waitFor();
            double fromMillis = joinedMillis + SETTLE_MILLIS;
            LipSync seen = watch(page, show, fromMillis);
            assertThat(studio.figures().getLast().json().at("/perViewer/0/lane").asString())
                    .isEqualTo(show.lane());
            judge(seen, studio.figures(), fromMillis, show.watchMillis());
            page.context().close();
        }
    }

    private static LipSync watch(Page page, Show show, double fromMillis) {
        FlashDetector detector = FlashDetector.watch(page, show.program());
        List<Flash> flashes = new ArrayList<>();
        StolenTime stolen = new StolenTime();
        double end = fromMillis + show.watchMillis();
        while (Monotonic.millis() < end + 1000) {
            page.waitForTimeout(1000);
            flashes.addAll(detector.take());
        }
        System.out.printf("lip sync: %.1f %% of the processors' time stolen%n", stolen.percent());
        flashes.removeIf(flash -> flash.shownMillis() < fromMillis || flash.shownMillis() > end);
        return LipSync.of(flashes, BeepDetector.onsetsMillis(recorder.recording()), chainMillis);
    }

    private static void judge(LipSync seen, List<LiveStudio.Figures> figures, double fromMillis, double watchMillis) {
        System.out.printf(
                "lip sync: %d pairs, median %.1f ms, farthest from it %.1f ms; %d flashes without a beep, %d uncertain%n",
                seen.pairs().size(), seen.medianMillis(), seen.spreadMillis(), seen.lonelyFlashes(), seen.uncertain());
        List<Window> windows = new ArrayList<>();
        for (double begin = fromMillis; begin < fromMillis + watchMillis - 1; begin += WINDOW_MILLIS) {
            double from = begin;
            double to = begin + WINDOW_MILLIS;
            List<Double> outside = seen.pairs().stream()
                    .filter(pair -> pair.shownMillis() >= from && pair.shownMillis() < to)
                    .map(Pair::soundLateMillis)
                    .toList();
            List<Double> inside = figures.stream()
                    .filter(line -> line.atMillis() >= from && line.atMillis() < to)
                    .flatMap(line -> line.ofViewer("skewMs").stream())
                    .toList();
            assertThat(outside).as("flashes seen for certain").hasSizeGreaterThanOrEqualTo(FEWEST_IN_WINDOW);
            assertThat(inside).as("figures of the studio").hasSizeGreaterThanOrEqualTo(FEWEST_IN_WINDOW);
            windows.add(new Window((begin - fromMillis) / 1000, median(outside), median(inside)));
        }
        windows.forEach(System.out::println);
        assertThat(median(windows.stream().map(Window::outsideMillis).toList()))
                .as("sound against picture, outside and as the studio says")
                .isCloseTo(
                        median(windows.stream().map(Window::studioSaysMillis).toList()),
                        within(MIDDLE_AGREEMENT_MILLIS));
        assertThat(windows).allMatch(window -> isInSync(window.outsideMillis()), "in sync");
        assertThat(seen.pairs().stream().filter(pair -> isInSync(pair.soundLateMillis())))
                .as("beeps in sync")
                .hasSizeGreaterThan((int) (FEWEST_IN_SYNC * (seen.pairs().size() + seen.lonelyFlashes())));
        assertThat(windows.stream().filter(window -> !window.agrees()))
                .as("windows in which the studio's figure is another")
                .hasSizeLessThanOrEqualTo(MOST_WINDOWS_APART);
    }

    private static boolean isInSync(double lateMillis) {
        return lateMillis >= EARLIEST_MILLIS && lateMillis <= LATEST_MILLIS;
    }

    /// What is watched.
    ///
    /// @param surface the element in which a viewer on that lane sees the program
    private record Show(String lane, String surface, List<String> laneArguments, double watchMillis) {
        List<String> studioArguments() {
            return Stream.concat(Stream.of("--video", "test", "--audio", "test"), laneArguments.stream())
                    .toList();
        }

        /// Until its worker is ready, a page that has been offered the shared lane shows a track.
        String program() {
            return surface + "[data-program]";
        }
    }

    /// Medians over [#WINDOW_MILLIS].
    private record Window(double beginSeconds, double outsideMillis, double studioSaysMillis) {
        boolean agrees() {
            return Math.abs(studioSaysMillis - outsideMillis) <= AGREEMENT_MILLIS;
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
