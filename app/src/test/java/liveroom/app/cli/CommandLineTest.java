package liveroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.DressOptions;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioException;
import liveroom.capture.show.ShowFile;
import liveroom.capture.show.Shows;
import liveroom.transport.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Settings> opened = new ArrayList<>();
    private final List<DressOptions> dressed = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --size 641x480         | '641x480' is not a size
            --size 320x180         | '320x180' is not a size
            --size 3840x2160       | '3840x2160' is not a size
            --size big             | 'big' is not a size
            --fps 23               | --fps must be 24 to 60, not 23.
            --fps 61               | --fps must be 24 to 60, not 61.
            --bitrate 99           | --bitrate must be 100 to 20000, not 99.
            --bitrate 20001        | --bitrate must be 100 to 20000, not 20001.
            --port 70000           | --port must be 0 to 65535, not 70000.
            --port eighty          | eighty
            --max-viewers 0        | --max-viewers must be
            --max-per-address 0    | --max-per-address must be
            --video telescope      | 'telescope' is not a source
            --video mic            | 'mic' has no picture
            --audio camera         | 'camera' has no sound
            --video file:          | file: needs a path
            --record show.avi      | must end in .mkv or .mp4
            --stun stun.example    | is not a STUN server
            --turn turn:host       | is not a TURN server
            --public-url ftp://x   | is not a public address
            --colour red           | --colour
            """)
    void live_optionThatCannotBeUsed_saysSoInASentenceAndOpensNothing(String options, String sentence) {
        int code = run(Stream.concat(Stream.of("live", "--headless"), Stream.of(options.split(" ", 2)))
                .toArray(String[]::new));

        assertThat(code).isEqualTo(Terminal.USAGE);
        assertThat(err.toString()).contains(sentence, "See: studio live --help").doesNotContain("Exception", "\tat ");
        assertThat(out.toString()).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void live_everyOption_opensTheStudioWithIt() {
        int code = run(
                ("live --headless --json --video file:talk.mp4 --audio mic:Desk --size 1920x1080 --fps 60 --bitrate 6000"
                                + " --bind 0.0.0.0 --port 0 --record show.mkv --title Ana --max-viewers 3 --max-per-address 2"
                                + " --stun stun:a.example:3478 --turn turn:u:p@b.example:3478"
                                + " --lane track --public-url https://c.example")
                        .split(" "));

        assertThat(code).isEqualTo(Terminal.FAILED);
        Settings settings = opened.getFirst();
        assertThat(settings.inputs()).isEqualTo(new Settings.Inputs("file:talk.mp4", "mic:Desk", 0));
        assertThat(settings.picture()).isEqualTo(new Settings.Picture(1920, 1080, 60, 6000));
        assertThat(settings.network())
                .isEqualTo(new Settings.Network(
                        "0.0.0.0",
                        0,
                        3,
                        2,
                        List.of("stun:a.example:3478"),
                        List.of("turn:u:p@b.example:3478"),
                        Lane.TRACK,
                        "https://c.example"));
        assertThat(settings.room().title()).isEqualTo("Ana");
    }

    @Test
    void live_withAShow_opensTheStudioWithIt() {
        run("live", "--headless", "--show", "my.json", "--scene", "Solo", "--brand", "daylight");

        assertThat(dressed)
                .containsExactly(new DressOptions(
                        Optional.of(Path.of("my.json")),
                        Optional.of("Solo"),
                        Optional.of("daylight"),
                        StudioHome.of(Optional.of(home))));
    }

    @Test
    void live_withoutAShow_opensTheOneBesideTheSettings() {
        run("live", "--headless");

        assertThat(dressed)
                .containsExactly(new DressOptions(
                        Optional.of(home.resolve("show.json")),
                        Optional.empty(),
                        Optional.empty(),
                        StudioHome.of(Optional.of(home))));
    }

    @Test
    void showCheck_aShowThatIsWell_saysSo() throws IOException {
        Path file = home.resolve("my show.json");
        new ShowFile(file).write(Shows.starter(key -> key));

        assertThat(run("show", "check", file.toString())).isEqualTo(Terminal.OK);
        assertThat(out.toString().lines())
                .containsExactly("OK         The show 'starter.show' can be used: scenes 6, cues 8, brand daylight.");
    }

    @Test
    void showCheck_thingsAmiss_namesEachAndIsContent() throws IOException {
        Path file = home.resolve("show.json");
        Files.writeString(file, """
                {"format": 1, "name": "Mine", "brand": "neon", "scenes": [
                  {"id": "empty", "name": "Nothing"},
                  {"id": "solo", "name": "Solo", "layers": [
                    {"id": "logo", "name": "Logo", "content": {"kind": "image", "path": "/nowhere/it''s.png"}},
                    {"id": "far", "name": "Far", "content": {"kind": "shape"}, "placement": {"box": [1, 0, 1, 1]}},
                    {"id": "mars", "name": "Mars", "content": {"kind": "clock", "zone": "Mars/Olympus"}},
                    {"id": "tv", "name": "TV", "content": {"kind": "source", "source": "television"}}]}],
                 "rundown": [{"id": "go", "label": "Go", "action": {"do": "take", "sceneId": "moon"}}]}
                """.replace("''", "'"));

        assertThat(run("show", "check", file.toString())).isEqualTo(Terminal.OK);
        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "attention  The scene empty is empty.",
                        "attention  The layer solo/logo needs the file /nowhere/it's.png, which is not there.",
                        "attention  The layer solo/far lies outside the picture. Move it back into it.",
                        "attention  The clock solo/mars has the time zone 'Mars/Olympus', which nobody knows."
                                + " Use one such as Europe/Berlin.",
                        "attention  The layer solo/tv has the source 'television', which has no picture: use main,"
                                + " camera[:NAME], screen[:WHICH], file:PATH, test or none.",
                        "attention  The cue go leads nowhere. There is no scene \"moon\" in the show.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"format": 7}                              | made by a newer version
            {"format": 1, "name": "x", "scenes": "no"} | scenes must be a list.
            {"format": 1                               | It is not JSON in line
            """)
    void showCheck_fileThatCannotBeUsed_saysWhyAndFails(String text, String sentence) throws IOException {
        Path file = Files.writeString(home.resolve("show.json"), text);

        assertThat(run("show", "check", file.toString())).isEqualTo(Terminal.FAILED);
        assertThat(out.toString()).startsWith("BROKEN     ").contains(sentence).doesNotContain("Exception");
        assertThat(file).hasContent(text);
    }

    @Test
    void showCheck_noFile_saysSoAndFails() {
        assertThat(run("show", "check", home.resolve("none.json").toString())).isEqualTo(Terminal.FAILED);
        assertThat(out.toString()).contains("There is no file");
    }

    @Test
    void showCheck_nothingNamed_saysHowItIsUsed() {
        assertThat(run("show", "check")).isEqualTo(Terminal.USAGE);
        assertThat(run("show")).isEqualTo(Terminal.USAGE);
        assertThat(err.toString()).contains("See: studio show check --help", "See: studio show --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"daylight", "nocturne", "atelier"})
    void brandCheck_aKitThatShips_isWhole(String kit) {
        assertThat(run("brand", "check", kit)).isEqualTo(Terminal.OK);
        assertThat(out.toString()).startsWith("OK         The kit ").doesNotContain("attention");
    }

    @Test
    void brandCheck_noSuchKit_saysWhichThereAreAndFails() {
        assertThat(run("brand", "check", "neon")).isEqualTo(Terminal.FAILED);
        assertThat(out.toString())
                .startsWith("BROKEN     ")
                .contains("daylight")
                .doesNotContain("Exception");
    }

    @Test
    void brandCheck_aFolderThatIsNoKit_saysSoAndFails() throws IOException {
        Path folder = Files.createDirectory(home.resolve("holiday"));

        assertThat(run("brand", "check", folder.toString())).isEqualTo(Terminal.FAILED);
        assertThat(out.toString()).contains("brand.json");
    }

    @Test
    void live_roomCannotListen_saysWhyAndFails() {
        int code = run("live", "--headless");

        assertThat(code).isEqualTo(Terminal.FAILED);
        assertThat(err.toString().lines()).containsExactly("Port 8787 is taken.");
    }

    @Test
    void live_roomCannotListenAndSettingsAreAmiss_saysBoth() throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"network\": {\"port\": \"many\"}}");

        assertThat(run("live", "--headless")).isEqualTo(Terminal.FAILED);
        assertThat(err.toString()).contains("network.port", "Port 8787 is taken.");
    }

    @Test
    void live_twice_keepsTheRoom() {
        run("live", "--headless");
        run("live", "--headless");

        assertThat(opened.get(0).room()).isEqualTo(opened.get(1).room());
    }

    @Test
    void help_ofEachCommand_isWholeAndExplained() {
        assertThat(run("--help")).isEqualTo(Terminal.OK);
        assertThat(run("live", "--help")).isEqualTo(Terminal.OK);
        assertThat(run("show", "--help")).isEqualTo(Terminal.OK);
        assertThat(run("show", "check", "--help")).isEqualTo(Terminal.OK);
        assertThat(run("brand", "check", "--help")).isEqualTo(Terminal.OK);

        assertThat(out.toString()).contains("live", "--size", "--home").doesNotContain("bundle:", "''");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void help_ofLive_namesTheDefaultsThatHold() {
        run("live", "--help");

        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "Most viewers at a time. At first " + Settings.Network.DEFAULT.maxViewers() + ".",
                        "house or office. At first " + Settings.Network.DEFAULT.maxPerAddress() + ".",
                        "for any that is free. At first " + Settings.Network.DEFAULT.port() + ".",
                        "for any that is free. At first " + Settings.Https.PORT + ".",
                        "for the picture, 100 to 20000. At first " + Settings.Picture.DEFAULT.bitrateKbps() + ".");
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString()))
                .toArray(String[]::new);
        Doors doors = new Doors(this::refuse, CommandLineTest::noWindow, folder -> {});
        return new Terminal(new PrintWriter(out), new PrintWriter(err)).run(doors, all);
    }

    private Studio refuse(
            Settings settings, DressOptions dress, List<String> complaints, Consumer<UnaryOperator<Settings>> keep)
            throws StudioException {
        opened.add(settings);
        dressed.add(dress);
        throw new StudioException(StudioException.Code.ROOM, "Port 8787 is taken.", new IllegalStateException());
    }

    private static void noWindow(Studio studio, KeptSettings settings, Path cache) {
        throw new IllegalStateException("no window was asked for");
    }
}
