package liveroom.capture.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowFormatException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
