package liveroom.bench.chain;

import java.util.ArrayList;
import java.util.List;
import liveroom.bench.chain.SoundRecorder.Recording;

/// Finds where bursts of a 1 kHz tone begin, to a fraction of a millisecond.
///
/// The sound is mixed down by 1 kHz and averaged over two of its periods, so that other sounds matter little; a burst
/// begins where this envelope passes half of the height that it then reaches, after silence.
public final class BeepDetector {
    private static final double TONE_HZ = 1000;
    private static final int PERIODS = 2;
    private static final int WINDOW = (int) (PERIODS * SoundRecorder.SAMPLE_RATE_HZ / TONE_HZ);
    /// A fiftieth of full scale: far above the noise of a codec, far below any test tone.
    private static final double FLOOR = 0.01;
    private static final int QUIET_SAMPLES = SoundRecorder.SAMPLE_RATE_HZ / 5;
    private static final int PLATEAU_SAMPLES = SoundRecorder.SAMPLE_RATE_HZ / 50;

    private BeepDetector() {}

    /// The times of all bursts, see [Monotonic].
    public static List<Double> onsetsMillis(Recording recording) {
        float[] envelope = envelope(recording.samples());
        List<Double> onsets = new ArrayList<>();
        int quiet = 0;
        for (int i = 0; i < envelope.length - PLATEAU_SAMPLES; i++) {
            if (envelope[i] < FLOOR) {
                quiet++;
            } else {
                if (quiet >= QUIET_SAMPLES) {
                    onsets.add(recording.millisAt(refine(envelope, i)));
                }
                quiet = 0;
            }
        }
        return onsets;
    }

    /// Where half of the plateau is passed; the average over a window is half full when its middle is on the edge.
    private static double refine(float[] envelope, int first) {
        float plateau = 0;
        for (int i = first; i < first + PLATEAU_SAMPLES; i++) {
            plateau = Math.max(plateau, envelope[i]);
        }
        float half = plateau / 2;
        int at = first;
        while (envelope[at] < half) {
            at++;
        }
        double before = envelope[at - 1];
        double fraction = (half - before) / (envelope[at] - before);
        return at - 1 + fraction - (WINDOW - 1) / 2.0;
    }

    /// The height of the tone in the window that ends at each sample, 1 being full scale.
    private static float[] envelope(short[] samples) {
        float[] cosine = new float[WINDOW];
        float[] sine = new float[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            double phase = 2 * Math.PI * PERIODS * i / WINDOW;
            cosine[i] = (float) Math.cos(phase);
            sine[i] = (float) Math.sin(phase);
        }
        float[] envelope = new float[samples.length];
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < samples.length; i++) {
            int phase = i % WINDOW;
            int leaving = i >= WINDOW ? samples[i - WINDOW] : 0;
            int change = samples[i] - leaving;
            real += change * cosine[phase];
            imaginary += change * sine[phase];
            envelope[i] = (float) (2 * Math.hypot(real, imaginary) / WINDOW / Short.MAX_VALUE);
        }
        return envelope;
    }
}
