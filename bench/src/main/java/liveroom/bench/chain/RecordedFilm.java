package liveroom.bench.chain;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import liveroom.bench.chain.FlashDetector.Flash;
import liveroom.bench.chain.SoundRecorder.Recording;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/// A film in a file, read by the times that are written in it: how a player that plays exactly would show it.
public final class RecordedFilm {
    private static final int BRIGHT = 128;

    private final List<Flash> flashes = new ArrayList<>();
    private short[] samples = new short[SoundRecorder.SAMPLE_RATE_HZ * 10];
    private int count;
    /// By the second block: FFmpeg does not move the time of the first when it leaves out what the decoder needs to
    /// settle.
    private double soundStartMillis = Double.NaN;
    private boolean bright = true;

    private RecordedFilm() {}

    /// How late each beep in the film is after its flash.
    ///
    /// @throws IllegalArgumentException if the film cannot be read
    public static LipSync lipSync(Path file) {
        RecordedFilm film = new RecordedFilm();
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.setPixelFormat(avutil.AV_PIX_FMT_GRAY8);
            grabber.setAudioChannels(1);
            grabber.setSampleRate(SoundRecorder.SAMPLE_RATE_HZ);
            grabber.setSampleMode(FrameGrabber.SampleMode.SHORT);
            grabber.start();
            for (Frame frame = grabber.grab(); frame != null; frame = grabber.grab()) {
                film.read(frame);
            }
        } catch (FrameGrabber.Exception cause) {
            throw new IllegalArgumentException(file + " cannot be read", cause);
        }
        var line = new SampleClock.Line(film.soundStartMillis, 1000.0 / SoundRecorder.SAMPLE_RATE_HZ);
        var sound = new Recording(Arrays.copyOf(film.samples, film.count), line);
        return LipSync.of(film.flashes, BeepDetector.onsetsMillis(sound), 0);
    }

    private void read(Frame frame) {
        double millis = frame.timestamp / 1000.0;
        if (frame.image != null) {
            picture(frame, millis);
        } else if (frame.samples != null) {
            sound(frame.samples[0], millis);
        }
    }

    private void picture(Frame frame, double millis) {
        ByteBuffer luma = (ByteBuffer) frame.image[0];
        int x = (int) (frame.imageWidth * FlashDetector.MIDDLE_X);
        int y = (int) (frame.imageHeight * FlashDetector.MIDDLE_Y);
        boolean now = (luma.get(y * frame.imageStride + x) & 0xff) > BRIGHT;
        if (now && !bright) {
            flashes.add(new Flash(millis, 0));
        }
        bright = now;
    }

    private void sound(Buffer block, double millis) {
        ShortBuffer sound = (ShortBuffer) block;
        if (count > 0 && Double.isNaN(soundStartMillis)) {
            soundStartMillis = millis - count * 1000.0 / SoundRecorder.SAMPLE_RATE_HZ;
        }
        if (count + sound.remaining() > samples.length) {
            samples = Arrays.copyOf(samples, samples.length * 2);
        }
        int added = sound.remaining();
        sound.get(samples, count, added);
        count += added;
    }
}
