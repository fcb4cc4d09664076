package liveroom.capture.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowFormatException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ShowFileTest {
    private final Show fresh = Shows.starter(key -> key);
    private final Show other = new RandomShow(5).show();

    @TempDir
    private Path folder;

    @Test
    void load_noFile_isTheFreshShowAndWritesNothing() throws Exception {
        assertThat(file().load(fresh)).isEqualTo(new ShowFile.Loaded(fresh, Optional.empty()));
        assertThat(names()).isEmpty();
    }

    @Test
    void write_inAFolderThatIsNotThere_isReadBackEqual() throws Exception {
        ShowFile file = new ShowFile(folder.resolve("a/b/show.json"));

        file.write(other);

        assertThat(file.load(fresh).show()).isEqualTo(other);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void write_overAnother_leavesNoOtherFile() throws Exception {
        file().write(fresh);
        file().write(other);

        assertThat(file().read()).isEqualTo(other);
        assertThat(names()).containsExactly("show.json");
    }

    @Test
    void load_halfAFile_setsItAsideAndSaysSo() throws Exception {
        String half = ShowJson.write(other).substring(0, 100);
        Files.writeString(file().path(), half);

        ShowFile.Loaded loaded = file().load(fresh);

        assertThat(loaded.show()).isEqualTo(fresh);
        assertThat(loaded.complaint().orElse("")).contains(".broken-", "It is not JSON in line");
        assertThat(names()).singleElement().asString().startsWith("show.json.broken-");
        assertThat(Files.readString(folder.resolve(names().getFirst()))).isEqualTo(half);
    }

    @Test
    void load_fileThatIsTooLongOrNoText_isSetAside() throws Exception {
        Files.write(file().path(), new byte[ShowJson.MAX_BYTES + 1]);
        assertThat(file().load(fresh).complaint().orElse("")).contains("longer than");
        Files.delete(folder.resolve(names().getFirst()));

        Files.write(file().path(), new byte[] {'{', (byte) 0xff, '}'});
        assertThat(file().load(fresh).complaint().orElse("")).contains("no text");
    }

    static Stream<Arguments> hostile() {
        String scene = "{\"id\": \"s\", \"name\": \"S\"}";
        String layer = "{\"id\": \"a\", \"name\": \"A\", \"content\": {\"kind\": \"shape\"}}";
        String cue = "{\"id\": \"c\", \"action\": {\"do\": \"take\", \"sceneId\": \"s\"}}";
        String longText = "a".repeat(1_000_000);
        return Stream.of(
                arguments("nothing", ""),
                arguments("zeros", "\0".repeat(1000)),
                arguments("deep lists", "[".repeat(100_000)),
                arguments("deep objects", "{\"a\":".repeat(100_000)),
                arguments("deep and closed", "{\"scenes\":".repeat(5_000) + "1" + "}".repeat(5_000)),
                arguments("a format without end", "{\"format\": " + "9".repeat(1_000_000) + "}"),
                arguments("a huge format", "{\"format\": 99999999999999999999}"),
                arguments("no number", show("NaN", scene, "")),
                arguments("infinity", show("Infinity", scene, "")),
                arguments("a huge place", show("\"x\"", scene(placed("[1e300, 0, 1, 1]")), "")),
                arguments("an infinite place", show("\"x\"", scene(placed("[1e999, 0, 1, 1]")), "")),
                arguments(
                        "a place without end",
                        show("\"x\"", scene(placed("[0." + longText.replace('a', '1') + "e999999999]")), "")),
                arguments("two scenes of a name", show("\"x\"", scene + "," + scene, "")),
                arguments("two layers of a name", show("\"x\"", scene(layer + "," + layer), "")),
                arguments("two cues of a name", show("\"x\"", scene, cue + "," + cue)),
                arguments("a member twice", "{\"format\": 1, \"format\": 1}"),
                arguments("a thousand scenes", show("\"x\"", scenes(1_000), "")),
                arguments("a megabyte of name", show("\"" + longText + "\"", scene, "")),
                arguments(
                        "a megabyte of identifier", show("\"x\"", scene.replace("\"s\"", "\"" + longText + "\""), "")),
                arguments("a megabyte of member", "{\"format\": 1, \"" + longText + "\": 1}"),
                arguments("a megabyte of kind", show("\"x\"", scene(layer.replace("shape", longText)), "")));
    }

    private static String show(String name, String scenes, String rundown) {
        return "{\"format\": 1, \"name\": " + name + ", \"scenes\": [" + scenes + "], \"rundown\": [" + rundown + "]}";
    }

    private static String scene(String layers) {
        return "{\"id\": \"s\", \"name\": \"S\", \"layers\": [" + layers + "]}";
    }

    private static String placed(String box) {
        return "{\"id\": \"a\", \"name\": \"A\", \"content\": {\"kind\": \"shape\"}, \"placement\": {\"box\": " + box
                + "}}";
    }

    private static String scenes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\": \"s" + i + "\", \"name\": \"S\"}")
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void load_hostileFile_isRefusedWithASentenceAndKeptAside(String what, String text) throws Exception {
        Files.writeString(file().path(), text);

        ShowFile.Loaded loaded = file().load(fresh);

        assertThat(loaded.show()).as(what).isEqualTo(fresh);
        assertThat(loaded.complaint().orElse(""))
                .contains("could not be understood")
                .endsWith(".")
                .hasSizeLessThan(600);
        assertThat(names()).singleElement().asString().startsWith("show.json.broken-");
        assertThat(folder.resolve(names().getFirst())).hasContent(text);
    }

    @Test
    void load_fromANewerVersion_isRefusedAndStaysAsItIs() throws IOException {
        Files.writeString(file().path(), "{\"format\": 9}");

        assertThatExceptionOfType(ShowFormatException.class)
                .isThrownBy(() -> file().load(fresh))
                .matches(refused -> refused.code() == Code.NEWER);
        assertThat(Files.readString(file().path())).isEqualTo("{\"format\": 9}");
    }

    @Test
    @Timeout(30)
    void keep_thenQuiet_isOnDiskByItself() throws Exception {
        try (Autosave autosave = new Autosave(file(), _ -> {})) {
            autosave.keep(fresh);
            autosave.keep(other);
            while (names().isEmpty()) {
                LockSupport.parkNanos(5_000_000);
            }
            assertThat(names()).allMatch(name -> name.startsWith("show.json"));
        }
        assertThat(file().read()).isEqualTo(other);
    }

    @Test
    void close_somethingNotKeptYet_writesIt() throws Exception {
        try (Autosave autosave = new Autosave(file(), _ -> {})) {
            autosave.keep(other);
        }

        assertThat(file().read()).isEqualTo(other);
    }

    @Test
    void close_folderCannotBeWrittenTo_saysSo() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (Autosave autosave = new Autosave(new ShowFile(folder.resolve("file/show.json")), complaints::add)) {
            autosave.keep(other);
        }

        assertThat(complaints).singleElement().asString().contains("could not be written");
    }

    private ShowFile file() {
        return new ShowFile(folder.resolve("show.json"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
