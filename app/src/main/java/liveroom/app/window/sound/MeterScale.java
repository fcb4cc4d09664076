package liveroom.app.window.sound;

import java.util.List;

/// Where a level stands on a peak meter: the deflection of IEC 60268-18, which gives the loud half of the scale most of
/// the room.
public final class MeterScale {
    /// Levels that carry a number.
    public static final List<Integer> MARKS = List.of(-50, -40, -30, -20, -15, -10, -5, 0);

    private MeterScale() {}

    /// From 0 for silence to 1 for full scale.
    public static double deflection(double dbfs) {
        double percent;
        if (dbfs < -70) {
            percent = 0;
        } else if (dbfs < -60) {
            percent = (dbfs + 70) * 0.25;
        } else if (dbfs < -50) {
            percent = (dbfs + 60) * 0.5 + 2.5;
        } else if (dbfs < -40) {
            percent = (dbfs + 50) * 0.75 + 7.5;
        } else if (dbfs < -30) {
            percent = (dbfs + 40) * 1.5 + 15;
        } else if (dbfs < -20) {
            percent = (dbfs + 30) * 2 + 30;
        } else {
            percent = Math.min(0, dbfs) * 2.5 + 100;
        }
        return percent / 100;
    }
}
