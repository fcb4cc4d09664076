package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.nio.file.Path;
import java.util.List;
import liveroom.capture.scene.Content.FontRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The kits that ship, as they lie in the assets.
final class ShippedKitsTest {
    static final Path ASSETS = Path.of("..", "assets").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(strings = {"daylight", "nocturne", "atelier"})
    void findings_ofEachKit_areNone(String name) throws Exception {
        BrandKit kit = BrandKitReader.readFolder(ASSETS.resolve("kits").resolve(name));

        assertThat(KitCheck.findings(kit, new StudioFonts(ASSETS.resolve("fonts"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"daylight", "nocturne", "atelier"})
    void fonts_ofEachRole_areTheKitsOwnThenChinese(String name) throws Exception {
        BrandKit kit = BrandKitReader.readFolder(ASSETS.resolve("kits").resolve(name));
        StudioFonts studio = new StudioFonts(ASSETS.resolve("fonts"));

        for (FontRole role : FontRole.values()) {
            List<Font> fonts = studio.fonts(kit, role);
            assertThat(studio.has(kit, role)).as(role.name()).isTrue();
            assertThat(fonts.get(0).getFamily()).startsWith(kit.typeface(role).family());
            assertThat(fonts.get(0).canDisplayUpTo("Aa 0123456789 €£¥ äöüßéèñç"))
                    .isEqualTo(-1);
            assertThat(fonts.get(1).getFontName()).startsWith("Noto Sans SC");
            assertThat(fonts.get(1).canDisplayUpTo("直播间欢迎你，价格￥一百二十元。堃喆玥珺")).isEqualTo(-1);
        }
    }

    @Test
    void names_ofTheShelf_areTheThree() throws Exception {
        KitShelf shelf = TestKits.shelf(Path.of("none"), Path.of("none"));

        assertThat(shelf.names()).isEqualTo(List.of("atelier", "daylight", "nocturne"));
        assertThat(shelf.open(KitShelf.STANDARD).name()).isEqualTo("Daylight");
    }
}
