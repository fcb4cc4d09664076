package liveroom.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// The chain's own test: it must tell a film in sync from one whose sound is off by a known time, early or late.
class ChainTest {
    @Test
    void lipSync_soundShiftedByAKnownTime_isMeasuredAsThat() {
        try (PulseServer pulse = PulseServer.start();
                SoundRecorder recorder = SoundRecorder.start(pulse, PulseServer.SPEAKERS);
                Chromium chromium = Chromium.start(pulse.environment())) {
            double inSync = play(chromium, recorder, 0);

            assertThat(inSync).as("what the chain adds").isBetween(-40.0, 40.0);
            assertThat(play(chromium, recorder, 100) - inSync).isCloseTo(100, within(20.0));
            assertThat(play(chromium, recorder, -100) - inSync).isCloseTo(-100, within(20.0));
        }
    }

    private static double play(Chromium chromium, SoundRecorder recorder, int lateMillis) {
        try (Reference reference = Reference.make(lateMillis)) {
            Page page = chromium.open();
            LipSync measured = reference.play(page, recorder);
            page.context().close();
            assertThat(measured.pairs()).hasSizeGreaterThan(15);
            return measured.medianMillis();
        }
    }
}
