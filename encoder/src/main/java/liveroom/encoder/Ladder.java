package liveroom.encoder;

import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;

/// The program's picture in several qualities. Each rung has an encoder of its own, on a thread of its own, which makes
/// the picture smaller first and runs only while somebody is on the rung. Access units of different rungs that were
/// made of one picture have its time. Free-threaded.
public final class Ladder implements AutoCloseable {
    /// A rung has at most this share of the bits of the one above: less of a step is not worth an encoder.
    private static final double STEP = 0.7;

    private static final List<Size> SIZES =
            List.of(new Size(720, 2500), new Size(540, 1200), new Size(360, 600), new Size(180, 200));

    private final VideoFormat program;
    private final List<Rung> rungs;
    private final List<RungStage> stages = new ArrayList<>();
    private final FrameSink<VideoFrame> video = this::offer;

    /// @param shorterSide of the picture, in pixels
    private record Size(int shorterSide, int kbps) {}

    /// @param top the program's own size and bitrate
    /// @param choice may be shared, and keeps what it found out
    /// @param onStatus called on the thread of the rung whose status has changed
    Ladder(VideoSettings top, StudioClock clock, EncoderChoice choice, Runnable onStatus) {
        this.program = top.format();
        this.rungs = rungsOf(top.format(), top.bitrateKbps());
        for (Rung rung : rungs) {
            VideoSettings settings = new VideoSettings(rung.format(), top.fps(), rung.kbps(), top.keyframeSeconds());
            stages.add(new RungStage(rung, program, settings, clock, choice, onStatus));
        }
        stages.forEach(RungStage::start);
    }

    /// The rungs below a program of this size and bitrate, itself the first of them.
    public static List<Rung> rungsOf(VideoFormat program, int kbps) {
        List<Rung> rungs = new ArrayList<>();
        rungs.add(new Rung(0, program, kbps));
        int shorter = Math.min(program.width(), program.height());
        for (Size size : SIZES) {
            boolean isBelow = size.kbps <= rungs.getLast().kbps() * STEP;
            if (size.shorterSide <= shorter && isBelow) {
                rungs.add(new Rung(rungs.size(), scaled(program, size.shorterSide / (double) shorter), size.kbps));
            }
        }
        return List.copyOf(rungs);
    }

    private static VideoFormat scaled(VideoFormat program, double factor) {
        return new VideoFormat(even(program.width() * factor), even(program.height() * factor));
    }

    private static int even(double pixels) {
        return 2 * (int) Math.round(pixels / 2);
    }

    /// From the top down.
    public List<Rung> rungs() {
        return rungs;
    }

    /// Where the program's pictures go. Never blocks; refuses at once while nobody needs access units, and pictures of
    /// another size always. Takes a picture if any rung does.
    public FrameSink<VideoFrame> video() {
        return video;
    }

    /// Adds a sink, called on the rung's thread. A keyframe comes within about a second, but a few other units may come
    /// before it.
    public void add(Rung rung, PacketSink<AccessUnit> sink) {
        stage(rung).add(sink);
    }

    /// Adds a recording to the top rung, which has a keyframe every [VideoSettings#RECORDING_KEYFRAME_SECONDS] for it.
    void addRecording(PacketSink<AccessUnit> sink) {
        stages.getFirst().addRecording(sink);
    }

    /// One more unit may still be under way to the sink when this returns.
    public void remove(Rung rung, PacketSink<AccessUnit> sink) {
        stage(rung).remove(sink);
    }

    /// See [EncodedProgram#requestKeyframe].
    public void requestKeyframe(Rung rung) {
        stage(rung).requestKeyframe();
    }

    /// One for each rung, from the top down.
    public List<RungFigures> figures() {
        return stages.stream().map(RungStage::figures).toList();
    }

    /// Of the rung that a short account is about: one that has failed, else the highest that is not idle.
    RungFigures leading() {
        List<RungFigures> all = figures();
        return all.stream()
                .filter(rung -> rung.status() instanceof EncoderStatus.Failed)
                .findFirst()
                .or(() -> all.stream()
                        .filter(rung -> !(rung.status() instanceof EncoderStatus.Idle))
                        .findFirst())
                .orElseGet(all::getFirst);
    }

    /// Frees all encoders. Pictures offered later are refused.
    @Override
    public void close() {
        stages.forEach(RungStage::close);
    }

    private boolean offer(VideoFrame frame) {
        if (!frame.format().equals(program)) {
            return false;
        }
        boolean taken = false;
        for (int i = 0; i < stages.size(); i++) {
            taken |= stages.get(i).video().offer(frame);
        }
        return taken;
    }

    private RungStage stage(Rung rung) {
        if (rung.index() >= rungs.size() || !rungs.get(rung.index()).equals(rung)) {
            throw new IllegalArgumentException(rung + " is not one of " + rungs);
        }
        return stages.get(rung.index());
    }
}
