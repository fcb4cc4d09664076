package liveroom.transport;

import java.util.OptionalDouble;

/// When the show reaches one viewer, as the viewer says itself; empty what it has not said. The percentiles are
/// over the seconds of the last minute.
///
/// @param skewMsP50 how late the sound was against the picture, negative if early
/// @param skewMsP95 the same without its sign
/// @param latencyMsP50 from capture to the picture shown
/// @param latencyMsP95 what one second in twenty exceeds
/// @param arrivalMs how old pictures were when they arrived, in the last second
/// @param bufferMs how long they then waited for their time
/// @param renderMs how long decoding took, and the way from drawing to the screen
/// @param lateFrames pictures that came after their time, since the viewer came
public record ViewerTiming(
        OptionalDouble skewMsP50,
        OptionalDouble skewMsP95,
        OptionalDouble latencyMsP50,
        OptionalDouble latencyMsP95,
        OptionalDouble arrivalMs,
        OptionalDouble bufferMs,
        OptionalDouble renderMs,
        OptionalDouble lateFrames) {
    public static final ViewerTiming UNKNOWN = new ViewerTiming(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
}
