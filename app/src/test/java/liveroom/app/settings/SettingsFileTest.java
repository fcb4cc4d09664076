package liveroom.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import liveroom.transport.Lane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsFileTest {
    @TempDir
    private Path folder;

    private StudioHome home;
    private SettingsFile file;

    @BeforeEach
    void setUp() {
        home = StudioHome.of(Optional.of(folder.resolve("home")));
        file = new SettingsFile(home);
    }

    @Test
    void load_noFileYet_makesARoomOnceAndKeepsIt() {
        SettingsFile.Loaded first = file.load();
        SettingsFile.Loaded second = file.load();

        assertThat(first.complaints()).isEmpty();
        assertThat(second.settings()).isEqualTo(first.settings());
        assertThat(first.settings().room().key()).matches("[A-Za-z0-9_-]{22}");
        assertThat(first.settings().room().id()).matches("[a-z0-9]{8}");
    }

    @Test
    void load_fileWithoutAKeyOfALaterVersion_makesThatKeyOnceAndKeepsTheRest() throws IOException {
        RoomPass room = file.load().settings().room();
        String text = Files.readString(home.settingsFile());
        Files.writeString(home.settingsFile(), text.replaceFirst("\"hostKey\".*\\R", ""));

        RoomPass first = file.load().settings().room();
        RoomPass second = file.load().settings().room();

        assertThat(first.hostKey()).matches("[A-Za-z0-9_-]{22}").isNotEqualTo(room.hostKey());
        assertThat(first.key()).isEqualTo(room.key());
        assertThat(first.producerKey()).isEqualTo(room.producerKey());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void load_keysThatCannotBe_areReplacedAndNotTold() throws IOException {
        RoomPass room = file.load().settings().room();
        String text = Files.readString(home.settingsFile());
        Files.writeString(
                home.settingsFile(), text.replace(room.hostKey(), "short").replace(room.producerKey(), "also short"));

        SettingsFile.Loaded loaded = file.load();

        assertThat(loaded.complaints()).hasSize(2).allMatch(each -> each.contains("a new one is used instead"));
        assertThat(String.join(" ", loaded.complaints()))
                .doesNotContain(
                        "short",
                        loaded.settings().room().hostKey(),
                        loaded.settings().room().producerKey());
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(loaded.settings(), List.of()));
    }

    @Test
    void save_everyMemberChanged_isReadBackEqual() throws IOException {
        Settings changed = new Settings(
                new Settings.Inputs("file:/a b/ü.mp4", "mic:Desk", -3.5),
                new Settings.Picture(1920, 1080, 60, 6000),
                new Settings.Network(
                        "0.0.0.0",
                        9000,
                        5,
                        2,
                        List.of("stun:stun.example.org:3478"),
                        List.of("turn:ana:secret@turn.example.org:3478?transport=tcp"),
                        Lane.SHARED,
                        "https://show.example.org"),
                new Settings.Https(9443, home.certificate(), "/pem/chain.pem", "/pem/key.pem"),
                RoomPass.generate("Ana's \"room\""),
                folder.resolve("films"),
                new Settings.Look(Settings.Theme.LIGHT, 900, 700),
                new Settings.Dressing(
                        Settings.StudioMode.FOLDED,
                        Settings.Typing.AT_ONCE,
                        Map.of("CUT", "Shortcut+K", "SCENE_1", "F9")));

        file.save(changed);

        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(changed, List.of()));
    }

    @Test
    void save_posixSystem_isForItsOwnerAloneAndLeavesNoOtherFile() throws IOException {
        file.save(Settings.fresh(home));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.settingsFile())))
                .isEqualTo("rw-------");
        assertThat(filesBeside()).containsExactly("settings.json");
    }

    @Test
    void load_halfAFile_setsItAsideAndSaysSo() throws IOException {
        write("{\"room\": {\"id\": \"abcd");

        SettingsFile.Loaded loaded = file.load();

        assertThat(loaded.complaints()).singleElement().asString().contains(".broken-");
        assertThat(loaded.settings().picture()).isEqualTo(Settings.Picture.DEFAULT);
        assertThat(filesBeside()).hasSize(2).anyMatch(name -> name.startsWith("settings.json.broken-"));
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(loaded.settings(), List.of()));
    }

    @Test
    void look_halfAFile_saysSoAndLeavesIt() throws IOException {
        Files.createDirectories(home.settingsFile().getParent());
        Files.writeString(home.settingsFile(), "{\"room\": {");

        assertThat(file.look().complaints()).singleElement().asString().contains("cannot be understood");
        assertThat(home.settingsFile()).hasContent("{\"room\": {");
        assertThat(filesBeside()).hasSize(1);
    }

    @Test
    void load_jsonButNoObject_setsItAside() throws IOException {
        write("[1, 2]");

        assertThat(file.load().complaints()).singleElement().asString().contains(".broken-");
    }

    @Test
    void load_notUtf8_setsItAside() throws IOException {
        Files.createDirectories(home.settingsFile().getParent());
        Files.write(home.settingsFile(), new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe});

        assertThat(file.load().complaints()).singleElement().asString().contains(".broken-");
    }

    @Test
    void load_valuesOutOfRange_takesDefaultsAndReportsEach() throws IOException {
        write("""
                {"inputs": {"video": "telescope", "gainDb": 99},
                 "picture": {"width": 641, "height": 5, "fps": "thirty", "bitrateKbps": 1e99},
                 "network": {"port": 99999, "publicUrl": "ftp://x", "stun": ["nonsense"], "bind": 7},
                 "recordings": "relative/folder", "look": {"theme": "PINK", "windowWidth": null}}
                """);

        SettingsFile.Loaded loaded = file.load();

        assertThat(loaded.settings().picture()).isEqualTo(Settings.Picture.DEFAULT);
        assertThat(loaded.settings().network()).isEqualTo(Settings.Network.DEFAULT);
        assertThat(loaded.settings().inputs()).isEqualTo(Settings.Inputs.DEFAULT);
        assertThat(loaded.settings().look()).isEqualTo(Settings.Look.DEFAULT);
        assertThat(loaded.settings().recordings()).isEqualTo(home.recordings());
        assertThat(loaded.complaints()).hasSize(12).allMatch(complaint -> complaint.contains("is used instead"));
    }

    @Test
    void load_unknownMembers_ignoresThem() throws IOException {
        write("{\"picture\": {\"fps\": 25, \"hologram\": true}, \"later\": [1]}");

        SettingsFile.Loaded loaded = file.load();

        assertThat(loaded.settings().picture().fps()).isEqualTo(25);
        assertThat(loaded.complaints()).isEmpty();
    }

    @Test
    void load_unusableKey_makesANewRoomKeepsTheTitleAndShowsNoSecret() throws IOException {
        write("{\"room\": {\"id\": \"abcd1234\", \"key\": \"topsecret\", \"title\": \"Ana\"}}");

        SettingsFile.Loaded loaded = file.load();

        assertThat(loaded.complaints()).singleElement().asString().doesNotContain("topsecret");
        assertThat(loaded.settings().room().title()).isEqualTo("Ana");
        assertThat(loaded.settings().room().key()).matches("[A-Za-z0-9_-]{22}");
        assertThat(file.load().settings()).isEqualTo(loaded.settings());
    }

    @Test
    void load_folderThatCannotBeMade_stillGivesSettingsAndSaysSo() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        SettingsFile blocked = new SettingsFile(StudioHome.of(Optional.of(inTheWay)));

        SettingsFile.Loaded loaded = blocked.load();

        assertThat(loaded.settings().picture()).isEqualTo(Settings.Picture.DEFAULT);
        assertThat(loaded.complaints()).hasSize(1);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(home.settingsFile().getParent());
        Files.writeString(home.settingsFile(), text);
    }

    private List<String> filesBeside() throws IOException {
        try (Stream<Path> files = Files.list(home.settingsFile().getParent())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
