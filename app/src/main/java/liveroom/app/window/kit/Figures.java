package liveroom.app.window.kit;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/// Figures as the host reads them.
public final class Figures {
    /// Stands where a figure is not known.
    public static final String NONE = "–";

    private Figures() {}

    /// `0:07`, `12:34`, `1:02:03`.
    public static String running(Duration time) {
        Duration shown = time.isNegative() ? Duration.ZERO : time;
        return shown.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", shown.toMinutes(), shown.toSecondsPart())
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart());
    }

    /// Decimal sizes, as file managers show them: `820 kB`, `14.2 MB`, `1.35 GB`.
    public static String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return decimals(bytes / 1e3, 0) + " kB";
        }
        return bytes < 1_000_000_000 ? decimals(bytes / 1e6, 1) + " MB" : decimals(bytes / 1e9, 2) + " GB";
    }

    /// `+12 ms`, `-3 ms`, `0 ms`, with a real minus sign.
    public static String signedMs(double ms) {
        return signed(ms) + "\u00a0ms";
    }

    /// `+12`, `-3`, `0`, with a real minus sign.
    public static String signed(double figure) {
        long whole = Math.round(figure);
        String sign = whole > 0 ? "+" : whole < 0 ? "\u2212" : "";
        return sign + Math.abs(whole);
    }

    public static String ms(OptionalDouble ms) {
        return ms.isEmpty() ? NONE : decimals(ms.getAsDouble(), ms.getAsDouble() < 10 ? 1 : 0) + "\u00a0ms";
    }

    public static String signedMs(OptionalDouble ms) {
        return ms.isEmpty() ? NONE : signedMs(ms.getAsDouble());
    }

    /// `+3.5 dB`, with a real minus sign.
    public static String db(double db) {
        double tenths = Math.round(db * 10) / 10.0;
        String sign = tenths > 0 ? "+" : tenths < 0 ? "\u2212" : "";
        return sign + decimals(Math.abs(tenths), 1) + "\u00a0dB";
    }

    public static String decimals(double value, int places) {
        return String.format(Locale.getDefault(), "%,." + places + "f", value);
    }
}
