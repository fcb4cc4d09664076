package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import liveroom.capture.brand.BrandException.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KitArchiveTest {
    @TempDir
    Path folder;

    private Path zip;
    private Path target;

    @BeforeEach
    void choosePlaces() {
        zip = folder.resolve("kit.zip");
        target = folder.resolve("kits/acme");
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        if (Files.exists(target.getParent())) {
            try (var left = Files.list(target.getParent())) {
                assertThat(left).allMatch(target::equals);
            }
        }
    }

    @Test
    void readZip_ofAKit_unpacksIt() throws Exception {
        TestKits.zip(zip, TestKits.with("logos/logo.svg", TestKits.text(TestKits.SQUARE)));

        BrandKit kit = BrandKitReader.readZip(zip, target);

        assertThat(kit.folder()).isEqualTo(target.toRealPath());
        assertThat(KitFiles.find(kit, "logos/logo.svg")).isPresent();
    }

    @Test
    void readZip_whoseKitIsInAFolder_unpacksThatFolder() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Acme brand/", new byte[0]);
        files.put("Acme brand/brand.json", TestKits.text(TestKits.PLAIN_JSON));
        files.put("Acme brand/logo.png", TestKits.png(2, 2));
        files.put("__MACOSX/Acme brand/._logo.png", new byte[] {1});
        TestKits.zip(zip, files);

        assertThat(KitFiles.find(BrandKitReader.readZip(zip, target), "logo.png"))
                .isPresent();
    }

    @Test
    void readZip_withOtherThings_leavesThemOut() throws Exception {
        Map<String, byte[]> files = TestKits.with("more.zip", new byte[] {1});
        files.put("run.exe", new byte[] {1});
        files.put(".hidden/a.png", new byte[] {1});
        files.put("OFL.txt", new byte[] {1});
        TestKits.zip(zip, files);

        BrandKitReader.readZip(zip, target);

        assertThat(KitListing.of(target)).containsExactly("OFL.txt", "brand.json");
        assertThat(target.resolve("more.zip")).doesNotExist();
        assertThat(target.resolve(".hidden")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.png",
                "a/../../evil.png",
                "/evil.png",
                "C:/evil.png",
                "..\\evil.png",
                "a\u0007.png",
                "a\u202egnp.png",
                "./a.png",
                "a//b.png",
                "nul.png",
                "a/b/c/d/e/f.png",
                "../ignored.exe"
            })
    void readZip_withNameThatLeadsElsewhere_refusesAndWritesNothing(String name) throws Exception {
        TestKits.zip(zip, TestKits.with(name, TestKits.png(1, 1)));

        refuses(Code.UNSAFE);
        assertThat(folder)
                .isDirectoryNotContaining(path -> path.getFileName().toString().contains("evil"));
    }

    @Test
    void readZip_withOneNameTwice_refuses() throws Exception {
        TestKits.zip(zip, TestKits.with("BRAND.json", TestKits.text(TestKits.PLAIN_JSON)));
        refuses(Code.UNSAFE);

        Map<String, byte[]> files = TestKits.with("b.png", TestKits.png(1, 1));
        files.put("a.png", TestKits.png(1, 1));
        TestKits.zip(zip, files);
        String text = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1).replace("a.png", "b.png");
        Files.write(zip, text.getBytes(StandardCharsets.ISO_8859_1));
        refuses(Code.UNSAFE);
    }

    @Test
    void readZip_thatGrows_refusesByTheBytesThatCome() throws Exception {
        TestKits.zip(zip, TestKits.with("bomb.svg", new byte[40 << 20]));
        assertThat(Files.size(zip)).isLessThan(100_000);
        refuses(Code.TOO_LARGE);

        lieAboutSizes();
        assertThatExceptionOfType(BrandException.class).isThrownBy(() -> BrandKitReader.readZip(zip, target));
        assertThat(target).doesNotExist();
    }

    @Test
    void readZip_thatGrowsInManyFiles_refusesByTheSum() throws Exception {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.putNextEntry(new ZipEntry("brand.json"));
            archive.write(TestKits.text(TestKits.PLAIN_JSON));
            byte[] block = new byte[1 << 20];
            for (int file = 0; file < 3; file++) {
                archive.putNextEntry(new ZipEntry(file + ".mp4"));
                for (int i = 0; i < 50; i++) {
                    archive.write(block);
                }
            }
        }

        refuses(Code.TOO_LARGE);
    }

    @Test
    void readZip_withTooManyFiles_refuses() throws Exception {
        Map<String, byte[]> files = TestKits.with("0.txt", new byte[0]);
        for (int i = 0; i < 3000; i++) {
            files.put(i + (i < 300 ? ".txt" : ".other"), new byte[0]);
        }
        TestKits.zip(zip, files);
        refuses(Code.TOO_LARGE);

        files.keySet().removeIf(name -> name.endsWith(".other"));
        TestKits.zip(zip, files);
        refuses(Code.TOO_LARGE);
    }

    @Test
    void readZip_withALink_refuses() throws Exception {
        TestKits.zip(zip, TestKits.with("logo.png", TestKits.text("/etc/passwd")));
        byte[] bytes = Files.readAllBytes(zip);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int entry = directoryEntry(buffer, 1);
        buffer.put(entry + 5, (byte) 3);
        buffer.putInt(entry + 38, 0120777 << 16);
        Files.write(zip, bytes);

        refuses(Code.UNSAFE);
    }

    @Test
    void readZip_thatIsNoneOrNoKit_refuses() throws Exception {
        Files.writeString(zip, "PK, as it were");
        refuses(Code.BROKEN);

        TestKits.zip(zip, Map.of("readme.txt", new byte[0]));
        refuses(Code.NOT_A_KIT);

        Files.delete(zip);
        refuses(Code.MISSING);
    }

    @Test
    void readZip_withHostileDrawing_refusesAndLeavesNothing() throws Exception {
        TestKits.zip(zip, TestKits.with("logo.svg", TestKits.text("<svg onload=\"a()\"/>")));

        refuses(Code.UNSAFE);
    }

    @Test
    void readZip_ofAnExport_isTheSameKit() throws Exception {
        Path shipped = ShippedKitsTest.ASSETS.resolve("kits/atelier");
        BrandKit kit = BrandKitReader.readFolder(shipped);
        BrandKitWriter.export(kit, zip);

        BrandKit again = BrandKitReader.readZip(zip, target);

        assertThat(again).isEqualTo(kit.saved(kit.version(), target.toRealPath()));
        assertThat(contents(target)).isEqualTo(contents(shipped));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static Map<String, String> contents(Path kit) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        for (String name : KitListing.of(kit)) {
            if (!name.equals("brand.json")) {
                contents.put(name, HexFormat.of().formatHex(Files.readAllBytes(kit.resolve(name))));
            }
        }
        return contents;
    }

    private void refuses(Code code) {
        assertThatExceptionOfType(BrandException.class)
                .isThrownBy(() -> BrandKitReader.readZip(zip, target))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
        assertThat(target).doesNotExist();
    }

    /// Writes small sizes into the archive's directory.
    private void lieAboutSizes() throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(directoryEntry(buffer, 1) + 24, 100);
        Files.write(zip, bytes);
    }

    private static int directoryEntry(ByteBuffer zip, int number) {
        int found = -1;
        for (int at = 0; at < zip.limit() - 4; at++) {
            if (zip.getInt(at) == 0x02014b50 && ++found == number) {
                return at;
            }
        }
        throw new AssertionError("no entry " + number);
    }
}
