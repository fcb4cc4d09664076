package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is in a kit, it is opened or refused, and nothing is written but into its own folder.
final class HostileKitFuzzTest {
    private static final List<String> TOKENS = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "-1",
            "1e999",
            "\"../x.ttf\"",
            "\\u0000",
            "\ud800",
            "#",
            "true",
            "/",
            "..",
            "<",
            ">",
            "url(",
            "#a",
            "href='",
            "&",
            ";",
            "@import",
            "<style>",
            "<!DOCTYPE x [",
            "<use href='#a'/>");

    @TempDir
    Path folder;

    private final Random random = new Random(20_260);

    @Test
    void readFolder_ofMutatedJson_opensOrRefuses() throws Exception {
        byte[] json = Files.readAllBytes(ShippedKitsTest.ASSETS.resolve("kits/daylight/brand.json"));
        int opened = 0;
        for (int i = 0; i < 2000; i++) {
            try {
                BrandKit kit = BrandJson.read(mutated(json), folder);
                BrandKit again = BrandJson.read(BrandJson.write(kit), folder);
                assertThat(again).isEqualTo(kit);
                opened++;
            } catch (BrandException e) {
                assertThat(e).hasMessageMatching("(?s)[A-Z\"b].*\\.");
            }
        }
        assertThat(opened).as("some mutations do no harm").isPositive();
    }

    @Test
    void check_ofMutatedDrawings_passesOrRefuses() throws Exception {
        byte[] svg = TestKits.text(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><style>.a{fill:url(#g)}</style>"
                        + "<linearGradient id='g'><stop offset='0'/></linearGradient><g id='a'><path class='a' d='M0 0h9'/></g>"
                        + "<use href='#a' x='3'/><image href='data:image/png;base64,iVBORw0KGgo='/></svg>");
        for (int i = 0; i < 2000; i++) {
            try {
                SvgCheck.check(new ByteArrayInputStream(mutated(svg)), "logo.svg");
            } catch (BrandException e) {
                assertThat(e).hasMessageEndingWith(".");
            }
        }
    }

    @Test
    void readZip_ofMutatedArchives_writesNothingOutsideOfItsFolder() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("brand.json", TestKits.text(TestKits.PLAIN_JSON));
        files.put("fonts/OFL.txt", TestKits.text("licence ".repeat(40)));
        files.put("logo.svg", TestKits.text(TestKits.SQUARE));
        files.put("logo.png", TestKits.png(5, 5));
        byte[] whole = Files.readAllBytes(TestKits.zip(folder.resolve("whole.zip"), files));
        Path kits = Files.createDirectories(folder.resolve("a/b/kits"));
        Path zip = folder.resolve("mutated.zip");
        for (int i = 0; i < 500; i++) {
            Files.write(zip, mutated(whole));
            try {
                BrandKitReader.readZip(zip, kits.resolve("kit" + i));
            } catch (BrandException e) {
                assertThat(kits.resolve("kit" + i)).as(e.getMessage()).doesNotExist();
            }
        }

        assertThat(names(folder)).containsExactlyInAnyOrder("a", "whole.zip", "mutated.zip");
        assertThat(names(folder.resolve("a"))).containsExactly("b");
        assertThat(names(folder.resolve("a/b"))).containsExactly("kits");
        assertThat(names(kits)).allMatch(name -> name.matches("kit\\d+"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// Changes, removes, doubles or inserts in up to four places.
    private byte[] mutated(byte[] whole) {
        StringBuilder text = new StringBuilder(new String(whole, StandardCharsets.ISO_8859_1));
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(Math.max(1, text.length()));
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.replace(at, Math.min(text.length(), at + 1), String.valueOf((char) random.nextInt(256)));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
                default -> text.setLength(Math.max(1, random.nextInt(20) == 0 ? at : text.length()));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
