package liveroom.transport;

/// How many times as much of the processors as expected viewers take on this machine, learnt from how the studio's own
/// load changes as they come and go.
///
/// A Kalman filter with two states: what the studio takes without viewers, which wanders as recordings and graphics
/// begin and end, and the factor, which hardly does. Their sum is observed, with noise. Not thread-safe.
final class ViewerCost {
    /// Of one second's load, as a share of all processors.
    private static final double NOISE = 0.02;

    private static final double BASE_WANDERS = 0.006;
    private static final double FACTOR_WANDERS = 0.002;
    /// What is expected was measured with a margin; nobody is let in because the filter has seen less.
    private static final double LEAST = 1;

    private static final double MOST = 6;
    /// Until more is known: on slow machines it is as much.
    private static final double PRESUMED = 2;

    private double base;
    private double factor = PRESUMED;
    private double baseVariance = 1;
    private double factorVariance = 1;
    private double covariance;

    /// What was seen in a second.
    ///
    /// @param ownLoad of the studio, 0 to 1 of all processors
    /// @param expected what the viewers should take of them
    void observed(double ownLoad, double expected) {
        baseVariance += BASE_WANDERS * BASE_WANDERS;
        factorVariance += FACTOR_WANDERS * FACTOR_WANDERS;
        double toBase = baseVariance + expected * covariance;
        double toFactor = covariance + expected * factorVariance;
        double innovationVariance = toBase + expected * toFactor + NOISE * NOISE;
        double surprise = ownLoad - (base + factor * expected);
        base += toBase / innovationVariance * surprise;
        factor += toFactor / innovationVariance * surprise;
        baseVariance -= toBase * toBase / innovationVariance;
        factorVariance -= toFactor * toFactor / innovationVariance;
        covariance -= toBase * toFactor / innovationVariance;
    }

    double factor() {
        return Math.clamp(factor, LEAST, MOST);
    }
}
