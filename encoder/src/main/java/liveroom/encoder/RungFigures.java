package liveroom.encoder;

import java.util.OptionalDouble;
import liveroom.capture.media.StageStats;

/// What one rung's encoder is doing.
///
/// @param stats pictures in, access units out, and the time to make one smaller and encode it
/// @param kbps of what came out over the last three seconds
/// @param missed pictures that were wanted and not encoded: it was busy with those before, or failed
/// @param ageNanos from capture until encoded, smoothed; empty while nothing comes out
public record RungFigures(
        Rung rung, EncoderStatus status, StageStats stats, double kbps, long missed, OptionalDouble ageNanos) {
    public boolean isRunning() {
        return status instanceof EncoderStatus.Running;
    }
}
