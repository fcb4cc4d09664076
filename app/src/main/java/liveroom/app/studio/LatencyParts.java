package liveroom.app.studio;

import java.util.Optional;
import java.util.OptionalDouble;
import liveroom.encoder.Rung;
import liveroom.encoder.RungFigures;
import liveroom.transport.Lane;
import liveroom.transport.SharedService;
import liveroom.transport.ViewerSnapshot;

/// Where the time from capture to one viewer's screen goes, in milliseconds; empty what is not known.
///
/// @param capture from the camera until the program takes the picture
/// @param compose until it is dressed
/// @param encode until it is an access unit
/// @param network until it has arrived as a whole
/// @param buffer until its time has come, together with its sound
/// @param render decoding, and from drawing to the screen
public record LatencyParts(
        OptionalDouble capture,
        OptionalDouble compose,
        OptionalDouble encode,
        OptionalDouble network,
        OptionalDouble buffer,
        OptionalDouble render) {
    private static final double NANOS_PER_MILLI = 1e6;

    /// The parts for one viewer. The first two are the same for all of them.
    public static LatencyParts of(StudioSnapshot studio, ViewerSnapshot viewer) {
        StudioSnapshot.ProgramFigures program = studio.program();
        double captureMs = Math.max(0, program.pictureAgeMs());
        OptionalDouble encode = encodeMs(studio, viewer);
        double atStudioMs = captureMs + program.composeMs() + encode.orElse(0);
        OptionalDouble arrival = viewer.timing().arrivalMs();
        return new LatencyParts(
                OptionalDouble.of(captureMs),
                OptionalDouble.of(program.composeMs()),
                encode,
                arrival.isPresent() && encode.isPresent()
                        ? OptionalDouble.of(Math.max(0, arrival.getAsDouble() - atStudioMs))
                        : OptionalDouble.empty(),
                viewer.timing().bufferMs(),
                viewer.timing().renderMs());
    }

    /// Of the encoder that makes this viewer's pictures.
    private static OptionalDouble encodeMs(StudioSnapshot studio, ViewerSnapshot viewer) {
        if (viewer.lane() == Lane.TRACK) {
            return viewer.encodeMs();
        }
        Optional<Rung> watched = viewer.shared().flatMap(SharedService::rung);
        return studio.encode().rungs().stream()
                .filter(figures -> watched.filter(figures.rung()::equals).isPresent())
                .findFirst()
                .map(LatencyParts::encodeMs)
                .orElseGet(OptionalDouble::empty);
    }

    /// What one of the studio's encoders takes for a picture; empty while it makes nothing.
    static OptionalDouble encodeMs(RungFigures rung) {
        double ms = rung.stats().itemNanosP50() / NANOS_PER_MILLI;
        return rung.isRunning() && ms > 0 ? OptionalDouble.of(ms) : OptionalDouble.empty();
    }
}
