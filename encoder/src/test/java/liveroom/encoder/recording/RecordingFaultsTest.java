package liveroom.encoder.recording;

import static liveroom.encoder.ProgramFeed.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.EncoderException;
import liveroom.encoder.EncoderException.Code;
import liveroom.encoder.MediaReader;
import liveroom.encoder.ProgramEncoder;
import liveroom.encoder.ProgramFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RecordingFaultsTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);

    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void start_fileExists_takesANumberAndLeavesTheOldAlone() throws Exception {
        Path wanted = Files.writeString(directory.resolve("show.mkv"), "an older show");

        try (Recording second = Recording.start(wanted, FORMAT);
                Recording third = Recording.start(wanted, FORMAT)) {
            assertThat(second.file()).hasFileName("show-2.mkv").exists();
            assertThat(third.file()).hasFileName("show-3.mkv").exists();
        }
        assertThat(wanted).hasContent("an older show");
    }

    @Test
    void close_beforeAnythingCame_leavesNoFile() throws Exception {
        Recording recording = Recording.start(directory.resolve("show.mkv"), FORMAT);
        recording.close();
        assertThat(recording.state().failure()).isNull();
        assertThat(recording.file()).doesNotExist();
    }

    @Test
    void start_cannotCreate_failsInWords() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");

        EncoderException failure =
                catchThrowableOfType(EncoderException.class, () -> Recording.start(file.resolve("show.mkv"), FORMAT));

        assertThat(failure.code()).isEqualTo(Code.CANNOT_WRITE);
        assertThat(failure).hasMessageStartingWith("cannot create " + file);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void record_deviceIsFull_saysSo() {
        Recording recording = Recording.start(Path.of("/dev/full"), FORMAT, Recording.QUEUED_PACKETS);
        try (recording;
                ProgramEncoder encoder = encoderInto(recording)) {
            ProgramFeed feed = new ProgramFeed(encoder, FORMAT, 0);
            until(() -> {
                feed.step();
                return recording.state().failure() != null;
            });
        }
        assertThat(Objects.requireNonNull(recording.state().failure()).code()).isEqualTo(Code.DISK_FULL);
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(strings = {"full.mkv", "full.mp4"})
    void record_diskFillsUp_isReportedTheShowGoesOnAndTheFilePlays(String name) throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", directory.toString()) == 0, "needs root");
        try {
            Recording recording = Recording.start(directory.resolve(name), FORMAT);
            AtomicInteger others = new AtomicInteger();
            try (recording;
                    ProgramEncoder encoder = encoderInto(recording)) {
                encoder.addRecording(_ -> others.incrementAndGet() > 0);
                ProgramFeed feed = new ProgramFeed(encoder, FORMAT, 0);
                until(() -> {
                    feed.step();
                    return recording.state().failure() != null;
                });
                int before = others.get();
                feed.seconds(1);
                assertThat(others.get()).isGreaterThanOrEqualTo(before + ProgramFeed.FPS);
            }
            assertThat(Objects.requireNonNull(recording.state().failure()).code())
                    .isEqualTo(Code.DISK_FULL);
            double seconds = recording.state().duration().toMillis() / 1000.0;
            MediaReader played = MediaReader.read(recording.file());
            assertThat(played.pictures().getLast().seconds()).isGreaterThan(seconds - 1.1);
        } finally {
            assertThat(run("umount", directory.toString())).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void record_diskStalls_neverStallsTheEncoderAndLosesWholeStretches() throws Exception {
        Path pipe = pipe();
        Recording recording = Recording.start(pipe, FORMAT, 64);
        Path copy = directory.resolve("copy.mkv");
        try (recording;
                ProgramEncoder encoder = encoderInto(recording)) {
            ProgramFeed feed = new ProgramFeed(encoder, FORMAT, 600_000_000L);
            feed.step();
            try (InputStream disk = new FileInputStream(pipe.toFile())) {
                until(() -> {
                    feed.step();
                    return recording.state().lostPackets() > 100;
                });
                Thread reader = Thread.ofPlatform().start(() -> copy(disk, copy));
                feed.seconds(4);
                recording.close();
                reader.join();
            }
        }

        assertThat(recording.state().failure()).isNull();
        MediaReader played = MediaReader.read(copy);
        assertThat(played.errors()).isZero();
        assertThat(played.pictures().getLast().seconds())
                .isGreaterThan(recording.state().duration().toMillis() / 1000.0 - 0.5);
        assertThat(played.flashes()).isNotEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void record_diskVanishes_isReported() throws Exception {
        Path pipe = pipe();
        Recording recording = Recording.start(pipe, FORMAT, 64);
        try (recording;
                ProgramEncoder encoder = encoderInto(recording)) {
            ProgramFeed feed = new ProgramFeed(encoder, FORMAT, 0);
            feed.step();
            try (InputStream disk = new FileInputStream(pipe.toFile())) {
                assertThat(disk.read()).isNotNegative();
            }
            until(() -> {
                feed.step();
                return recording.state().failure() != null;
            });
        }
        assertThat(Objects.requireNonNull(recording.state().failure()).code()).isEqualTo(Code.CANNOT_WRITE);
    }

    private static ProgramEncoder encoderInto(Recording recording) {
        ProgramEncoder encoder = new ProgramEncoder(FORMAT, ProgramFeed.FPS, 1500, StudioClock.SYSTEM);
        encoder.addRecording(recording.video());
        encoder.addAudio(recording.audio());
        return encoder;
    }

    private Path pipe() throws Exception {
        Path pipe = directory.resolve("disk.mkv");
        assertThat(run("mkfifo", pipe.toString())).isZero();
        return pipe;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void copy(InputStream from, Path to) {
        try (FileOutputStream out = new FileOutputStream(to.toFile())) {
            from.transferTo(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
