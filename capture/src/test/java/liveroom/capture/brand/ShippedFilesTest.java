package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShippedFilesTest {
    @TempDir
    Path folder;

    @Test
    void folder_ofFilesInAJar_isACopyThatFollowsTheJar() throws Exception {
        Path cache = folder.resolve("cache");
        Path copied = unpack(jar("one"), cache);
        assertThat(copied.resolve("acme/a.txt")).hasContent("one");

        assertThat(unpack(jar("two"), cache)).isEqualTo(copied);
        assertThat(copied.resolve("acme/a.txt")).hasContent("two");
        assertThat(copied.resolve("acme")).isDirectoryContaining("glob:**/two.txt");
        assertThat(copied.resolve("acme")).isDirectoryNotContaining("glob:**/{one.txt,.*}");
    }

    @Test
    void folder_ofFilesOnDisk_isWhereTheyAre() throws Exception {
        Path kits = Files.createDirectories(folder.resolve("classes/kits"));

        assertThat(unpack(folder.resolve("classes"), folder.resolve("cache"))).isEqualTo(kits);
    }

    @Test
    void folder_thatIsNotThere_fails() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ShippedFiles.folder(ShippedFilesTest.class, "/liveroom/none", folder));
    }

    private static Path unpack(Path classPath, Path cache) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            URL kits = loader.getResource("kits");
            assertThat(kits).isNotNull();
            return ShippedFiles.folder(Objects.requireNonNull(kits), "/kits", cache);
        }
    }

    private Path jar(String content) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("kits/", new byte[0]);
        files.put("kits/acme/", new byte[0]);
        files.put("kits/acme/a.txt", TestKits.text(content));
        files.put("kits/acme/" + content + ".txt", new byte[0]);
        return TestKits.zip(folder.resolve(content + ".jar"), files);
    }
}
