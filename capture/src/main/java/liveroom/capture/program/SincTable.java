package liveroom.capture.program;

/// What each sample around a place between two samples counts for there: the ideal low-pass filter, cut off after
/// [#REACH] samples to either side by a Kaiser window. At a whole position it is that sample alone. Immutable.
final class SincTable {
    /// Samples that are needed on either side.
    static final int REACH = 8;

    static final int TAPS = 2 * REACH;
    private static final int PHASES = 256;
    private static final double KAISER_BETA = 7;
    private static final float[] WEIGHTS = weights();

    private SincTable() {}

    /// Fills in the weights of [#TAPS] samples, for a place `fraction` (0 to 1) after the one at index `REACH - 1`.
    static void at(double fraction, float[] weights) {
        double phase = fraction * PHASES;
        int row = (int) phase;
        float part = (float) (phase - row);
        int base = row * TAPS;
        for (int tap = 0; tap < TAPS; tap++) {
            float before = WEIGHTS[base + tap];
            weights[tap] = before + part * (WEIGHTS[base + TAPS + tap] - before);
        }
    }

    /// Puts the weighted sum of [#TAPS] interleaved stereo samples from `start` on into `block`, at `to`. Even and odd
    /// taps are added up apart, for a processor that adds several at once.
    static void sum(float[] samples, int start, float[] weights, float[] block, int to) {
        float left = 0;
        float right = 0;
        float oddLeft = 0;
        float oddRight = 0;
        for (int tap = 0; tap < TAPS; tap += 2) {
            int at = start + 2 * tap;
            left += weights[tap] * samples[at];
            right += weights[tap] * samples[at + 1];
            oddLeft += weights[tap + 1] * samples[at + 2];
            oddRight += weights[tap + 1] * samples[at + 3];
        }
        block[to] = left + oddLeft;
        block[to + 1] = right + oddRight;
    }

    /// A row for each phase; the last, and one more, so that every phase has a next.
    private static float[] weights() {
        float[] table = new float[(PHASES + 2) * TAPS];
        double[] row = new double[TAPS];
        for (int phase = 0; phase < PHASES + 2; phase++) {
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                double distance = tap - (REACH - 1) - (double) phase / PHASES;
                row[tap] = sinc(distance) * window(distance);
                sum += row[tap];
            }
            for (int tap = 0; tap < TAPS; tap++) {
                table[phase * TAPS + tap] = (float) (row[tap] / sum);
            }
        }
        return table;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double window(double x) {
        double inside = Math.max(0, 1 - x * x / (REACH * REACH));
        return bessel(KAISER_BETA * Math.sqrt(inside)) / bessel(KAISER_BETA);
    }

    /// The modified Bessel function of order zero.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
