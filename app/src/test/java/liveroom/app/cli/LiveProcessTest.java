package liveroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole studio as a script meets it: a process, its output and its signals. Each has a home and ports of its own.
final class LiveProcessTest {
    /// By the signal itself, 128 and 15, where the show had not begun to listen for it.
    private static final int KILLED_BEFORE_ANYTHING = 143;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void live_signal_endsCleanlyAndLeavesARecordingThatPlays(String signal) throws Exception {
        Path recording = folder.resolve("show " + signal + ".mkv");
        try (StudioProcess studio = live("--port", "0", "--json", "--record", recording.toString())) {
            assertThat(studio.nextLine()).startsWith("Watch: http://127.0.0.1:");
            awaitRecordedKbps(studio);
            studio.signal(signal);

            assertThat(studio.awaitExit()).as(studio.errors()).isZero();
            assertThat(studio.errors()).contains("The show has ended.").doesNotContain("Exception", "SIGSEGV");
        }
        assertPlays(recording);
    }

    @Test
    void live_signalAtOnce_endsWithoutAWordTooMany() throws Exception {
        try (StudioProcess studio = live("--port", "0")) {
            studio.nextLine();
            studio.signal("TERM");

            assertThat(studio.awaitExit()).as(studio.errors()).isZero();
            assertThat(studio.errors().lines())
                    .containsOnlyOnce("The show has ended.")
                    .isSubsetOf("You are live. Ctrl-C ends the show.", "Ending the show…", "The show has ended.");
        }
    }

    /// However far it has come: the process is asked to end as soon as it has a folder for its log, or one of these
    /// threads.
    @ParameterizedTest
    @ValueSource(strings = {"logs", "graphics", "room", "program"})
    void live_signalWhileItOpens_isNoFailure(String begun) throws Exception {
        Path folderOrNone = folder.resolve("home").resolve(begun);
        try (StudioProcess studio = live("--port", "0")) {
            studio.await(begun, () -> Files.exists(folderOrNone) || studio.hasThread(begun));
            studio.signal("TERM");

            int code = studio.awaitExit();
            assertThat(studio.errors()).doesNotContain("cannot listen", "HTTP alone", "Exception");
            assertThat(code).as(studio.errors()).isIn(Terminal.OK, KILLED_BEFORE_ANYTHING);
        }
    }

    @Test
    void live_json_printsOneObjectASecondWithExactlyItsMembers() throws Exception {
        try (StudioProcess studio = live("--port", "0", "--json")) {
            String link = studio.nextLine();
            JsonNode first = MAPPER.readTree(studio.nextLine());
            JsonNode second = MAPPER.readTree(studio.nextLine());

            assertThat(first.propertyNames())
                    .containsExactly(
                            "uptimeS",
                            "viewers",
                            "programFps",
                            "droppedFrames",
                            "repeatedFrames",
                            "unevenFrames",
                            "encoderDroppedFrames",
                            "encodeMsP50",
                            "encodeMsP95",
                            "videoKbps",
                            "audioKbps",
                            "roomForMore",
                            "rungLimit",
                            "programSkewMs",
                            "encodedSkewMs",
                            "soundDriftPpm",
                            "cpuPercent",
                            "rssMb",
                            "rungs",
                            "perViewer");
            assertThat(second.get("uptimeS").doubleValue())
                    .isGreaterThan(first.get("uptimeS").doubleValue());
            assertThat(page(link)).isEqualTo(200);
        }
    }

    @Test
    void live_portTaken_saysWhichAndWhatToDo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                StudioProcess studio = live("--port", Integer.toString(other.getLocalPort()))) {

            assertThat(studio.awaitExit()).isEqualTo(Terminal.FAILED);
            assertThat(studio.unreadLines()).isEmpty();
            assertThat(studio.errors().lines())
                    .singleElement()
                    .asString()
                    .contains("Port " + other.getLocalPort())
                    .endsWith(".");
        }
    }

    @Test
    void live_badOption_leavesWithTwo() throws Exception {
        try (StudioProcess studio = StudioProcess.start(folder, "live", "--headless", "--fps", "1000")) {
            assertThat(studio.awaitExit()).isEqualTo(Terminal.USAGE);
            assertThat(studio.errors().lines()).hasSize(2);
        }
    }

    @Test
    void doctor_thisMachine_looksAtEverythingAndChangesNothing() throws Exception {
        try (StudioProcess studio = StudioProcess.start(folder.resolve("home"), "doctor")) {
            assertThat(studio.awaitExit()).as(studio.errors()).isZero();
            assertThat(studio.unreadLines())
                    .anyMatch(line -> line.startsWith("OK         Java "))
                    .anyMatch(line -> line.startsWith("attention  No display"))
                    .anyMatch(line -> line.startsWith("OK         H.264 encoders that work: "))
                    .anyMatch(line -> line.startsWith("OK         The studio opens"))
                    .anyMatch(line -> line.contains("Port 8787"))
                    .noneMatch(line -> line.startsWith("BROKEN"));
            assertThat(studio.errors()).isEmpty();
            assertThat(folder.resolve("home/settings.json")).doesNotExist();
        }
    }

    @Test
    void devices_thisMachine_listsEachKind() throws Exception {
        try (StudioProcess studio = StudioProcess.start(folder.resolve("home"), "devices")) {
            assertThat(studio.awaitExit()).as(studio.errors()).isZero();
            assertThat(studio.unreadLines())
                    .contains("Cameras, for --video", "Screens, for --video")
                    .anyMatch(line -> line.startsWith("Everywhere: file:PATH"));
            assertThat(studio.errors()).isEmpty();
        }
    }

    @Test
    void studio_noDisplayAndNoDevices_goesLiveWithTheTestSourceAndSaysSo() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("settings.json"), "{\"network\": {\"port\": 0}, \"https\": {\"port\": 0}}");
        try (StudioProcess studio = StudioProcess.start(folder)) {
            assertThat(studio.nextLine()).startsWith("Watch: ");
            studio.awaitError("Ctrl-C");
            studio.awaitError("were found: the test picture and sound take their place.");
            studio.signal("TERM");

            assertThat(studio.awaitExit()).as(studio.errors()).isZero();
        }
    }

    @Test
    void live_settingThatCannotBeUsed_saysSoAndGoesOnWithTheDefault() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                folder.resolve("home/settings.json"), "{\"network\": {\"port\": 0}, \"picture\": {\"fps\": 7}}");
        try (StudioProcess studio = live()) {
            assertThat(studio.nextLine()).startsWith("Watch: ");
            studio.awaitError("picture.fps");
            studio.signal("INT");

            assertThat(studio.awaitExit()).as(studio.errors()).isZero();
        }
    }

    private StudioProcess live(String... options) throws IOException {
        Stream<String> always =
                Stream.of("live --headless --video test --audio test --size 640x360 --https-port 0".split(" "));
        return StudioProcess.start(
                folder.resolve("home"),
                Stream.concat(always, Stream.of(options)).toArray(String[]::new));
    }

    /// Figures come each second; this waits for the first that show an encoder at work.
    private static void awaitRecordedKbps(StudioProcess studio) throws InterruptedException {
        for (int line = 0; line < 60; line++) {
            JsonNode figures = MAPPER.readTree(studio.nextLine());
            if (figures.get("videoKbps").doubleValue() > 0
                    && figures.get("audioKbps").doubleValue() > 0) {
                studio.nextLine(); // a second more, for something to be in the recording
                return;
            }
        }
        throw new AssertionError("nothing is being encoded; standard error: " + studio.errors());
    }

    private static int page(String link) throws IOException, InterruptedException {
        URI uri = URI.create(link.substring("Watch: ".length()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static void assertPlays(Path recording) throws IOException {
        int pictures = 0;
        int blocks = 0;
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(recording.toFile())) {
            grabber.start();
            for (Frame frame = grabber.grab(); frame != null; frame = grabber.grab()) {
                pictures += frame.image == null ? 0 : 1;
                blocks += frame.samples == null ? 0 : 1;
            }
        }
        assertThat(pictures).isGreaterThan(5);
        assertThat(blocks).isGreaterThan(10);
    }
}
