package liveroom.capture.source;

import java.util.List;
import java.util.Map;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.VideoFrame;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Reads a camera, a microphone or a screen. Frames are stamped when they arrive: pictures with that instant, sound
/// with the instant less its own length, evened out by [ArrivalClock].
final class DeviceReader implements Reader {
    private final Outputs outputs;
    private final String what;
    private final FfmpegInput input;
    private final PictureFitter fitter;
    private final SoundConverter converter;
    private final SoundConverter.Blocks toOutlet;
    private final ArrivalClock arrivals = new ArrivalClock();

    private DeviceReader(Outputs outputs, String what, FfmpegInput input) {
        this.outputs = outputs;
        this.what = what;
        this.input = input;
        this.fitter = new PictureFitter(outputs.shape(), Colours.Guess.DEVICE);
        this.converter = new SoundConverter(outputs.blocks());
        this.toOutlet = this::offer;
    }

    static Reader open(SourceSpec spec, Outputs outputs) throws CaptureException {
        OperatingSystem system = OperatingSystem.current();
        try {
            return open(recipes(spec, outputs, system), spec.text(), outputs);
        } catch (CaptureException e) {
            throw e.code() == Code.LOST ? explained(e, spec, system) : e;
        }
    }

    /// FFmpeg says "Input/output error" of a device that is not there and, on macOS and Windows, of one that is in
    /// use as well.
    private static CaptureException explained(CaptureException e, SourceSpec spec, OperatingSystem system) {
        boolean there = system != OperatingSystem.LINUX
                && Devices.list(system).devices().stream()
                        .anyMatch(device -> device.spec().equals(spec));
        String text = String.valueOf(e.getMessage());
        return there
                ? new CaptureException(Code.BUSY, text + " (it is there, but does not open)", e)
                : new CaptureException(Code.MISSING, text + " (no such device)", e);
    }

    private static List<InputRecipe> recipes(SourceSpec spec, Outputs outputs, OperatingSystem system)
            throws CaptureException {
        return switch (spec) {
            case SourceSpec.Camera camera ->
                DeviceRecipes.camera(
                        system, DeviceNames.camera(system, camera.name()), outputs.format(), outputs.fps());
            case SourceSpec.Microphone microphone ->
                DeviceRecipes.microphone(system, DeviceNames.microphone(system, microphone.name()));
            case SourceSpec.Screen screen ->
                DeviceRecipes.screen(
                        system, screen.which(), outputs.fps(), System.getenv().getOrDefault("DISPLAY", ""));
            case SourceSpec.MediaFile _, SourceSpec.Test _, SourceSpec.None _ ->
                throw new CaptureException(Code.MISSING, spec.text() + ": not a device");
        };
    }

    /// Takes the first recipe that works. If none does, the first failure says most.
    static Reader open(List<InputRecipe> recipes, String what, Outputs outputs) throws CaptureException {
        CaptureException first = null;
        for (InputRecipe recipe : recipes) {
            try {
                FfmpegInput input = FfmpegInput.open(recipe, what, Map.of("threads", "1"));
                return new DeviceReader(outputs, what, input);
            } catch (CaptureException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        throw first == null ? new CaptureException(Code.MISSING, what + ": no way to open it") : first;
    }

    @Override
    public void read() throws CaptureException {
        AVFrame frame = input.next(outputs.wantsVideo(), outputs.wantsAudio());
        long arrived = outputs.clock().nanos();
        if (frame == null) {
            throw new CaptureException(Code.LOST, what + ": it has stopped delivering");
        }
        if (input.isPicture()) {
            picture(frame, arrived, outputs.video());
        } else {
            long stamp = arrivals.stamp(arrived, frame.nb_samples(), frame.sample_rate());
            boolean kept = !arrivals.settled(arrived) || converter.convert(frame, stamp, toOutlet);
            if (!kept && outputs.audio() != null) {
                outputs.audio().dropped();
            }
        }
    }

    private void picture(AVFrame frame, long arrived, @Nullable VideoOutlet video) throws CaptureException {
        if (video == null) {
            return;
        }
        FrameBuffer buffer = outputs.pictures().tryLend();
        if (buffer == null) {
            video.dropped();
            return;
        }
        try (VideoFrame picture = fitter.blank(frame, arrived, buffer)) {
            fitter.fit(frame, picture.pixels());
            video.offer(picture);
        }
    }

    private void offer(AudioFrame block) {
        if (outputs.audio() != null) {
            outputs.audio().offer(block);
        }
    }

    @Override
    public void close() {
        input.close();
        fitter.close();
        converter.close();
    }
}
