package liveroom.bench;

/// One result.
///
/// @param unit `ms`, `%` of one core, `MB/s`
/// @param goal as the project has set it; not a number if there is none
public record Figure(String name, double value, String unit, double goal) {
    /// A result without a goal.
    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Double.NaN);
    }

    String row() {
        String wanted = Double.isNaN(goal) ? "" : "goal %.0f or less".formatted(goal);
        return "%-44s %9.2f %-5s %s".formatted(name, value, unit, wanted);
    }
}
