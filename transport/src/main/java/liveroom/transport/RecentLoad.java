package liveroom.transport;

import java.util.Arrays;

/// How busy the machine was in each of the last seconds, as it would have been with the viewers who are in now. 0 to 1;
/// nothing before it is told. Not thread-safe.
final class RecentLoad {
    private static final int SECONDS = 7;

    private final double[] seconds = new double[SECONDS];
    private final double[] sorted = new double[SECONDS];
    private int next;

    /// Another second has passed.
    void read(double load) {
        seconds[next] = load;
        next = (next + 1) % SECONDS;
        sort();
    }

    /// Viewers have come or gone, and take so much more or less.
    void shift(double load) {
        for (int i = 0; i < SECONDS; i++) {
            seconds[i] = Math.max(0, seconds[i] + load);
        }
        sort();
    }

    private void sort() {
        System.arraycopy(seconds, 0, sorted, 0, SECONDS);
        Arrays.sort(sorted);
    }

    /// It was that busy all the time.
    double least() {
        return sorted[0];
    }

    /// It was that busy most of the time.
    double median() {
        return sorted[SECONDS / 2];
    }

    /// It was not busier at any time.
    double most() {
        return sorted[SECONDS - 1];
    }
}
