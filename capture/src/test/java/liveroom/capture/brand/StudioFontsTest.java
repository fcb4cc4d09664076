package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import liveroom.capture.scene.Content.FontRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudioFontsTest {
    private static final Path INTER = ShippedKitsTest.ASSETS.resolve("fonts/Inter-Regular.otf");
    private static StudioFonts fonts;

    @TempDir
    Path folder;

    @BeforeAll
    static void openFonts() throws Exception {
        fonts = new StudioFonts(ShippedKitsTest.ASSETS.resolve("fonts"));
    }

    @Test
    void fonts_ofAShippedFamily_areOfTheWeightAsked() throws Exception {
        assertThat(names("{\"body\": {\"family\": \"Inter\", \"weight\": 400}}"))
                .startsWith("Inter Regular", "Noto Sans SC");
        assertThat(names("{\"body\": {\"family\": \"inter\", \"weight\": 700}}"))
                .startsWith("Inter Semi Bold", "Noto Sans SC Bold");
    }

    @Test
    void fonts_ofAMissingOrDamagedFont_areTheStudiosOwn() throws Exception {
        Files.write(folder.resolve("b.ttf"), new byte[] {0, 1, 0, 0, 0, 1, 2, 3});

        for (String file : List.of("a.ttf", "b.ttf")) {
            BrandKit kit = kit("{\"body\": {\"family\": \"Acme\", \"files\": [\"" + file + "\"]}}");
            assertThat(fonts.has(kit, FontRole.BODY)).isFalse();
            assertThat(fonts.fonts(kit, FontRole.BODY).getFirst().getFontName()).isEqualTo("Inter Regular");
        }
    }

    @Test
    void fonts_ofALightFileAskedForBold_areEmboldened() throws Exception {
        Files.copy(INTER, folder.resolve("a.otf"));

        BrandKit kit = kit("{\"body\": {\"family\": \"Inter\", \"weight\": 800, \"files\": [\"a.otf\"]}}");

        assertThat(fonts.fonts(kit, FontRole.BODY).getFirst().isBold()).isTrue();
    }

    @Test
    void fonts_ofAFileThatChanged_areOpenedAnew() throws Exception {
        String json = "{\"body\": {\"family\": \"Inter\", \"weight\": 600, \"files\": [\"a.otf\"]}}";
        Files.copy(INTER, folder.resolve("a.otf"));
        assertThat(names(json)).startsWith("Inter Regular");

        Files.write(folder.resolve("a.otf"), Files.readAllBytes(INTER.resolveSibling("Inter-SemiBold.otf")));

        assertThat(names(json)).startsWith("Inter Semi Bold");
    }

    @Test
    void open_ofDamagedFonts_neverThrows() throws Exception {
        byte[] whole =
                Files.readAllBytes(ShippedKitsTest.ASSETS.resolve("kits/nocturne/fonts/HankenGrotesk-Regular.ttf"));
        Random random = new Random(2);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change < 20; change++) {
                damaged[random.nextInt(change < 10 ? 400 : damaged.length)] = (byte) random.nextInt();
            }
            assertThat(StudioFonts.open(write(damaged, i))).isNotNull();
        }
    }

    private Path write(byte[] bytes, int number) throws IOException {
        return Files.write(folder.resolve(number + ".ttf"), bytes);
    }

    private List<String> names(String json) throws Exception {
        return fonts.fonts(kit(json), FontRole.BODY).stream()
                .map(Font::getFontName)
                .toList();
    }

    private BrandKit kit(String json) throws Exception {
        return BrandKitReader.readFolder(
                TestKits.folder(folder, "{\"format\": 1, \"name\": \"Acme\", \"fonts\": " + json + "}"));
    }
}
