package liveroom.app.studio;

import java.util.List;
import java.util.OptionalDouble;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import liveroom.encoder.RungFigures;
import liveroom.transport.Vacancy;
import liveroom.transport.ViewerSnapshot;

/// Everything that can be seen of the studio at one instant; immutable.
///
/// @param encoder the video encoder in use and why, one line for the host; empty while none is needed
/// @param audience how many viewers are being served
/// @param vacancy what there is for who comes now
public record StudioSnapshot(
        ShowState show,
        Input video,
        Input audio,
        Sound sound,
        ProgramFigures program,
        EncodeFigures encode,
        String encoder,
        RecordingState recording,
        List<ViewerSnapshot> viewers,
        int audience,
        Vacancy vacancy,
        ProcessFigures process) {

    /// A source and how it fares.
    public record Input(SourceSpec spec, SourceStatus status) {}

    /// The host's sound desk.
    ///
    /// @param gainDb applied by the host's fader
    public record Sound(AudioLevels levels, double gainDb, Muting muting) {}

    public enum Muting {
        OPEN,
        MUTED
    }

    /// How steadily the program runs.
    ///
    /// @param fps pictures a second over the last second
    /// @param droppedFrames that were due and not seen, since the studio opened
    /// @param surplusFrames dropped, since the source is faster than the program
    /// @param repeatedFrames times the last picture was shown again because no new one had come
    /// @param unevenFrames that left more than 4 ms off the beat
    /// @param skewMs how much older the program's sound is than its picture as each goes out; positive if late
    /// @param encodedSkewMs the same where both leave their encoders; empty while one of these is idle
    /// @param pictureAgeMs from capture to the program's tick
    /// @param composeMs from the tick until the picture is dressed
    /// @param soundDriftPpm how much faster the sound source's clock is; taken out
    public record ProgramFigures(
            VideoFormat format,
            int targetFps,
            double fps,
            long droppedFrames,
            long surplusFrames,
            long repeatedFrames,
            long unevenFrames,
            double skewMs,
            OptionalDouble encodedSkewMs,
            double pictureAgeMs,
            double composeMs,
            double soundDriftPpm) {}

    /// Time from frame in to access unit out, empty while nothing is encoded, and bit rates of what leaves the
    /// encoders. On the track lane these are libwebrtc's, averaged over the viewers.
    ///
    /// @param rungs one for each rung of the studio's own encoders, from the top down, idle ones too
    public record EncodeFigures(
            OptionalDouble encodeMsP50,
            OptionalDouble encodeMsP95,
            double videoKbps,
            double audioKbps,
            List<RungFigures> rungs) {
        /// Pictures of the program that an encoder should have made something of and did not, since the studio opened.
        public long missedFrames() {
            return rungs.stream().mapToLong(RungFigures::missed).sum();
        }
    }

    /// What the studio costs the machine.
    ///
    /// @param cpuPercent of this process; 100 is one core
    public record ProcessFigures(double uptimeS, double cpuPercent, double rssMb) {}
}
