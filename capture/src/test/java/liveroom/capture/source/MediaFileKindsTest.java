package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of many kinds, made by FFmpeg.
final class MediaFileKindsTest {
    private static final VideoFormat FORMAT = new VideoFormat(160, 90);
    private static final List<String> PICTURE = List.of("-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=1");
    private static final List<String> SOUND = List.of("-f", "lavfi", "-i", "sine=f=1000:r=44100:d=1");

    private final VideoLog video = new VideoLog(VideoLog.Keep.POINTS, 0.5, 0.5);
    private final AudioLog audio = new AudioLog();

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLent() {
        Await.until("all is given back", () -> FramePool.lentByAll() == 0);
    }

    private Path make(String name, List<String> inputs, String... how) {
        Path file = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-loglevel", "error"));
        arguments.addAll(inputs);
        arguments.addAll(List.of(how));
        arguments.add(file.toString());
        List<String> said = FfmpegProgram.run(arguments.toArray(String[]::new));
        assertThat(file).as(said.toString()).exists();
        return file;
    }

    private SourceDeck deckPlaying(Path file) {
        Feed.Setting setting = new Feed.Setting(FORMAT, 25, StudioClock.SYSTEM, Readers::open, new Backoff(20, 50));
        SourceDeck deck = new SourceDeck(setting, video, audio, (spec, status) -> "words");
        SourceSpec spec = new SourceSpec.MediaFile(file);
        deck.select(spec, spec);
        return deck;
    }

    @Test
    void film_withoutSound_playsAndSaysThatThereIsNone() {
        Path film = make("silent.mkv", PICTURE, "-c:v", "mpeg4");
        try (SourceDeck deck = deckPlaying(film)) {
            Await.until("pictures", () -> deck.videoStatus() instanceof SourceStatus.Running);
            assertThat(deck.audioStatus())
                    .isEqualTo(new SourceStatus.Failed(Code.NO_SUCH_STREAM, film + ": there is no sound in it"));
        }
    }

    @Test
    void sound_withoutPicture_playsAndSaysThatThereIsNone() {
        Path sound = make("tone.wav", SOUND);
        try (SourceDeck deck = deckPlaying(sound)) {
            Await.until("sound", () -> deck.audioStatus() instanceof SourceStatus.Running);
            assertThat(deck.videoStatus())
                    .isEqualTo(new SourceStatus.Failed(Code.NO_SUCH_STREAM, sound + ": there is no picture in it"));
        }
    }

    @Test
    void stillPicture_isNotAFilm_andSaysSo() {
        Path still = make("still.png", PICTURE, "-frames:v", "1");
        try (SourceDeck deck = deckPlaying(still)) {
            Await.until("the failure", () -> deck.videoStatus() instanceof SourceStatus.Failed);
            assertThat(deck.videoStatus())
                    .isEqualTo(new SourceStatus.Failed(Code.NO_SUCH_STREAM, still + ": a still picture, not a film"));
        }
    }

    @Test
    void file_thatIsNotThereYet_playsOnceItIs() throws IOException {
        Path elsewhere = make("ready.mkv", PICTURE, "-c:v", "mpeg4");
        Path file = folder.resolve("later.mkv");
        try (SourceDeck deck = deckPlaying(file)) {
            Await.until("the failure", () -> deck.videoStatus() instanceof SourceStatus.Failed);
            assertThat(deck.videoStatus()).isEqualTo(new SourceStatus.Failed(Code.MISSING, file + ": no such file"));
            Files.move(elsewhere, file);
            Await.until("pictures", () -> deck.videoStatus() instanceof SourceStatus.Running);
        }
    }

    @Test
    void garbage_isUnreadable() throws IOException {
        Path garbage = Files.writeString(folder.resolve("film.mp4"), "this is not a film ".repeat(500));
        try (SourceDeck deck = deckPlaying(garbage)) {
            Await.until("the failure", () -> deck.videoStatus() instanceof SourceStatus.Failed);
            assertThat(((SourceStatus.Failed) deck.videoStatus()).code()).isEqualTo(Code.UNREADABLE);
            assertThat(((SourceStatus.Failed) deck.videoStatus()).detail()).startsWith(garbage + ": ");
        }
    }

    @Test
    void flashAndBeep_ofOneFile_areDeliveredForTheSameInstant() {
        String flash = "color=black:s=160x90:r=25:d=2,drawbox=c=white:t=fill:enable='between(t,1,1.19)'";
        String beep = "aevalsrc=if(between(t\\,1\\,1.2)\\,sin(2*PI*1000*t)\\,0):s=44100:d=2";
        Path file = make(
                "sync.mkv",
                List.of("-f", "lavfi", "-i", flash, "-f", "lavfi", "-i", beep),
                "-c:v",
                "mpeg4",
                "-c:a",
                "pcm_s16le");
        try (SourceDeck deck = deckPlaying(file)) {
            Await.until("three flashes", () -> beeps().size() >= 3 && flashes().size() >= 3);
        }
        List<Long> flashes = flashes();
        List<Long> beeps = beeps();
        for (int i = 0; i < 3; i++) {
            assertThat(beeps.get(i)).isCloseTo(flashes.get(i), within(1_000_000L));
        }
    }

    /// When the picture turned white.
    private List<Long> flashes() {
        List<Long> starts = new ArrayList<>();
        boolean white = false;
        for (VideoLog.Entry picture : video.entries()) {
            boolean now = picture.luma().getFirst() > 200;
            if (now && !white) {
                starts.add(picture.capturedNanos());
            }
            white = now;
        }
        return starts;
    }

    /// When a tone began after silence.
    private List<Long> beeps() {
        List<Long> starts = new ArrayList<>();
        long silentSince = Long.MIN_VALUE / 2;
        for (AudioLog.Entry block : audio.entries()) {
            for (int i = 0; i < block.frames(); i++) {
                if (Math.abs(block.samples().get(2 * i)) > 0.1) {
                    long at = block.capturedNanos() + Math.round(i * 1e9 / 48_000);
                    if (at - silentSince > 100_000_000L) {
                        starts.add(at);
                    }
                    silentSince = at;
                }
            }
        }
        return starts;
    }
}
