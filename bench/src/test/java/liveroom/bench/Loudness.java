package liveroom.bench;

import java.util.Arrays;
import liveroom.bench.chain.SoundRecorder;

/// How loud a recording is, second by second.
///
/// @param rms of each second, 0 to 1
@SuppressWarnings("ArrayRecordComponent") // a bulk value that nobody compares
record Loudness(double[] rms) {
    /// Speech in a quiet room is well above this, dither well below.
    private static final double AUDIBLE = 0.003;

    static Loudness of(SoundRecorder.Recording recording, int firstSample) {
        int seconds = (recording.samples().length - firstSample) / SoundRecorder.SAMPLE_RATE_HZ;
        double[] rms = new double[seconds];
        for (int second = 0; second < seconds; second++) {
            int from = firstSample + second * SoundRecorder.SAMPLE_RATE_HZ;
            double squares = 0;
            for (int i = from; i < from + SoundRecorder.SAMPLE_RATE_HZ; i++) {
                double sample = recording.samples()[i] / 32768.0;
                squares += sample * sample;
            }
            rms[second] = Math.sqrt(squares / SoundRecorder.SAMPLE_RATE_HZ);
        }
        return new Loudness(rms);
    }

    long seconds() {
        return rms.length;
    }

    long audibleSeconds() {
        return Arrays.stream(rms).filter(level -> level > AUDIBLE).count();
    }
}
