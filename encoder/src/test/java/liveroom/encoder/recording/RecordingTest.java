package liveroom.encoder.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.encoder.EncoderChoice;
import liveroom.encoder.MediaReader;
import liveroom.encoder.PacketPool;
import liveroom.encoder.ProgramEncoder;
import liveroom.encoder.ProgramFeed;
import liveroom.encoder.SyntheticProgram;
import liveroom.encoder.VideoEncoder;
import liveroom.encoder.VideoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);
    private static final long MS = 1_000_000;
    private static final int FPS = 30;
    private static final double ONE_FRAME = 1.0 / FPS;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"show.mkv, 0, 0", "show.mp4, 0, 0", "show.mkv, 20, 90", "show.mp4, 90, 20"})
    void record_flashesAndBeeps_playsWithSoundInSync(String name, long pictureLagMs, long soundLagMs) throws Exception {
        Recording recording = Recording.start(directory.resolve(name), FORMAT);
        try (ProgramEncoder encoder = new ProgramEncoder(FORMAT, FPS, 500, System::nanoTime)) {
            encoder.addRecording(recording.video());
            encoder.addAudio(recording.audio());
            new ProgramFeed(encoder, FORMAT, 7_300_000_123L, pictureLagMs * MS, soundLagMs * MS).seconds(5);
            encoder.removeRecording(recording.video());
            encoder.removeAudio(recording.audio());
        }
        recording.close();

        assertThat(recording.state().failure()).isNull();
        MediaReader file = MediaReader.read(recording.file());
        assertThat(file.errors()).isZero();
        assertThat(file.pictures()).hasSizeGreaterThan(4 * FPS);
        List<Double> flashes = file.flashes();
        List<Double> beeps = file.beeps();
        assertThat(flashes).hasSizeGreaterThanOrEqualTo(4);
        assertThat(beeps).hasSameSizeAs(flashes);
        for (int i = 0; i < flashes.size(); i++) {
            assertThat(beeps.get(i) - flashes.get(i)).isCloseTo(0, within(ONE_FRAME));
        }
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void record_encoderIsReplacedInTheMiddle_playsOn() throws Exception {
        Recording recording = Recording.start(directory.resolve("show.mkv"), FORMAT);
        EncoderChoice choice = EncoderChoice.ofThisSystem();
        VideoSettings settings = new VideoSettings(FORMAT, FPS, 500);
        SyntheticProgram program = new SyntheticProgram(FORMAT);
        PacketPool pool = PacketPool.forVideo();
        String first = "";
        for (int i = 0; i < 2; i++) {
            try (VideoEncoder encoder = choice.open(settings, System::nanoTime, pool)) {
                assertThat(encoder.codec()).isNotEqualTo(first);
                first = encoder.codec();
                for (int j = 0; j < FPS; j++) {
                    long pts = (i * FPS + j) * SyntheticProgram.SECOND / FPS;
                    try (VideoFrame frame = program.picture(pts)) {
                        encoder.encode(frame, recording.video());
                    }
                }
            }
            choice.reject(first, "for the test");
        }
        recording.close();

        MediaReader file = MediaReader.read(recording.file());
        assertThat(file.errors()).isZero();
        assertThat(file.pictures()).hasSize(2 * FPS);
        assertThat(file.flashes()).hasSize(1);
        assertThat(FramePool.lentByAll()).isZero();
    }
}
