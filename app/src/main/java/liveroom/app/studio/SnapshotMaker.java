package liveroom.app.studio;

import java.util.List;
import java.util.OptionalDouble;
import liveroom.app.studio.StudioSnapshot.EncodeFigures;
import liveroom.app.studio.StudioSnapshot.Input;
import liveroom.app.studio.StudioSnapshot.Muting;
import liveroom.app.studio.StudioSnapshot.ProgramFigures;
import liveroom.app.studio.StudioSnapshot.Sound;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.program.LevelMeter;
import liveroom.capture.program.ProgramAudio;
import liveroom.capture.program.ProgramVideo;
import liveroom.capture.source.SourceDeck;
import liveroom.encoder.ProgramEncoder;
import liveroom.encoder.RungFigures;
import liveroom.transport.LaneFigures;
import liveroom.transport.Room;
import liveroom.transport.ViewerSnapshot;

/// Looks at every stage of the path and writes down what it sees. Free-threaded; disturbs no stage and returns at once.
/// What takes time to find out is as of the last [#renew()].
final class SnapshotMaker {
    private static final double NANOS_PER_MILLI = 1e6;

    private final VideoFormat format;
    private final int fps;
    private final SourceDeck sources;
    private final ProgramVideo video;
    private final ProgramAudio audio;
    private final ProgramEncoder encoder;
    private final Room room;
    private final ProcessMeter process;
    private volatile String encoderText = "";

    SnapshotMaker(
            VideoFormat format,
            int fps,
            SourceDeck sources,
            ProgramVideo video,
            ProgramAudio audio,
            ProgramEncoder encoder,
            Room room,
            StudioClock clock) {
        this.format = format;
        this.fps = fps;
        this.sources = sources;
        this.video = video;
        this.audio = audio;
        this.encoder = encoder;
        this.room = room;
        this.process = new ProcessMeter(clock);
    }

    /// Asks the encoder, which may be trying what works on this machine, and the system. Called by the watch.
    void renew() {
        encoderText = encoder.encoderText();
        process.renew();
    }

    StudioSnapshot take(ShowState show, RecordingState recording) {
        List<ViewerSnapshot> viewers = room.viewers();
        RungFigures picture = encoder.videoFigures();
        return new StudioSnapshot(
                show,
                new Input(sources.videoSpec(), sources.videoStatus()),
                new Input(sources.audioSpec(), sources.audioStatus()),
                sound(),
                program(picture),
                encode(picture),
                encoderText,
                recording,
                viewers,
                (int) viewers.stream()
                        .filter(viewer -> viewer.presence() == ViewerSnapshot.Presence.WATCHING)
                        .count(),
                room.vacancy(),
                process.figures());
    }

    private Sound sound() {
        LevelMeter meter = audio.levels();
        AudioLevels levels =
                new AudioLevels(meter.leftPeakDbfs(), meter.rightPeakDbfs(), meter.leftRmsDbfs(), meter.rightRmsDbfs());
        return new Sound(levels, audio.strip().gainDb(), audio.strip().isMuted() ? Muting.MUTED : Muting.OPEN);
    }

    private ProgramFigures program(RungFigures picture) {
        return new ProgramFigures(
                format,
                fps,
                video.fps(),
                video.droppedFrames(),
                video.surplusFrames(),
                video.repeatedFrames(),
                video.unevenFrames(),
                (audio.ageNanos() - video.ageNanos()) / NANOS_PER_MILLI,
                encodedSkewMs(picture),
                video.ageNanos() / NANOS_PER_MILLI,
                video.stats().itemNanosP50() / NANOS_PER_MILLI,
                audio.driftPpm());
    }

    private OptionalDouble encodedSkewMs(RungFigures picture) {
        OptionalDouble pictureNanos = picture.ageNanos();
        OptionalDouble soundNanos = encoder.audioAgeNanos();
        return pictureNanos.isPresent() && soundNanos.isPresent()
                ? OptionalDouble.of((soundNanos.getAsDouble() - pictureNanos.getAsDouble()) / NANOS_PER_MILLI)
                : OptionalDouble.empty();
    }

    /// The studio's own encoder if it runs, else the lane's.
    private EncodeFigures encode(RungFigures picture) {
        List<RungFigures> rungs = encoder.rungFigures();
        if (picture.isRunning()) {
            return new EncodeFigures(
                    spent(picture.stats().itemNanosP50() / NANOS_PER_MILLI),
                    spent(picture.stats().itemNanosP95() / NANOS_PER_MILLI),
                    picture.kbps(),
                    encoder.audioKbps(),
                    rungs);
        }
        LaneFigures lane = room.laneFigures();
        return new EncodeFigures(
                spent(lane.encodeMsP50()), spent(lane.encodeMsP95()), lane.videoKbps(), lane.audioKbps(), rungs);
    }

    /// No picture takes no time: then none has been encoded.
    private static OptionalDouble spent(double ms) {
        return ms > 0 ? OptionalDouble.of(ms) : OptionalDouble.empty();
    }
}
