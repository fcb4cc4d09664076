package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import liveroom.capture.brand.Finding.Code;
import liveroom.capture.brand.Finding.Fix;
import liveroom.capture.brand.Finding.Severity;
import liveroom.capture.scene.ColourRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KitCheckTest {
    private static StudioFonts fonts;

    @TempDir
    Path folder;

    @BeforeAll
    static void openFonts() throws Exception {
        fonts = new StudioFonts(ShippedKitsTest.ASSETS.resolve("fonts"));
    }

    @BeforeEach
    void putLogos() throws Exception {
        Files.writeString(folder.resolve("logo.svg"), TestKits.SQUARE);
    }

    @Test
    void findings_ofFaintText_offerTheNearestColour() throws Exception {
        BrandKit kit = read("\"colours\": {\"surface\": \"#ffffff\", \"onSurface\": \"#999999\"}");

        Finding finding = only(KitCheck.findings(kit, fonts));

        assertThat(finding.code()).isEqualTo(Code.LOW_CONTRAST);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.fix()).contains(new Fix(ColourRole.ON_SURFACE, 0x767676));
        assertThat(finding.sentence())
                .isEqualTo("\"onSurface\" on \"surface\" has a contrast of 2.8 : 1; everyone can read 4.5 : 1. "
                        + "#767676 would do.");
        assertThat(KitCheck.findings(kit.withColour(ColourRole.ON_SURFACE, 0x767676), fonts))
                .isEmpty();
    }

    @Test
    void findings_ofMissingFiles_nameThem() throws Exception {
        BrandKit kit = read(
                "\"logo\": {\"light\": \"light.svg\", \"dark\": \"\"}, "
                        + "\"fonts\": {\"body\": {\"family\": \"Acme\", \"files\": [\"a.ttf\"]}, \"heading\": {\"family\": \"Zapf\"}}");

        List<Finding> findings = KitCheck.findings(kit, fonts);

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(Code.FILE_MISSING, Code.FONT_MISSING, Code.FILE_MISSING, Code.LOGO_MISSING);
        assertThat(findings.get(0).sentence()).contains("\"light.svg\"");
        assertThat(findings.get(1).sentence()).contains("\"Zapf\"").contains("Inter");
        assertThat(findings.get(2).sentence()).contains("\"a.ttf\"");
        assertThat(findings.get(3).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void findings_ofDamagedFiles_nameThem() throws Exception {
        byte[] png = TestKits.png(300, 300);
        Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, 60));
        Files.write(folder.resolve("text.jpg"), new byte[] {'t'});
        Files.write(folder.resolve("font.ttf"), new byte[] {0, 1, 0, 0, 9, 9});
        Files.writeString(folder.resolve("open.svg"), "<svg>");
        Files.writeString(folder.resolve("ofl.txt"), "");

        List<Finding> findings = KitCheck.findings(read("\"version\": 1"), fonts);

        assertThat(findings).extracting(Finding::code).containsOnly(Code.FILE_BROKEN);
        for (String file : List.of("cut.png", "text.jpg", "font.ttf", "open.svg")) {
            assertThat(findings).anyMatch(finding -> finding.sentence().contains(file));
        }
    }

    @Test
    void findings_ofAFontWithoutLicence_askForIt() throws Exception {
        Path inter = ShippedKitsTest.ASSETS.resolve("fonts/Inter-Regular.otf");
        Files.createDirectory(folder.resolve("fonts"));
        Files.copy(inter, folder.resolve("fonts/a.otf"));
        BrandKit kit = read("\"fonts\": {\"body\": {\"family\": \"Inter\", \"files\": [\"fonts/a.otf\"]}}");

        assertThat(only(KitCheck.findings(kit, fonts)).code()).isEqualTo(Code.FONT_WITHOUT_LICENCE);

        Files.writeString(folder.resolve("fonts/LICENSE.txt"), "yours");
        assertThat(KitCheck.findings(kit, fonts)).isEmpty();
    }

    @Test
    void findings_ofUnusualMargins_tellOfThem() throws Exception {
        assertThat(only(KitCheck.findings(read("\"safeMargin\": 0.2"), fonts)).code())
                .isEqualTo(Code.SAFE_MARGIN);
        assertThat(only(KitCheck.findings(read("\"safeMargin\": 0"), fonts)).code())
                .isEqualTo(Code.SAFE_MARGIN);
    }

    private BrandKit read(String members) throws Exception {
        String logo =
                members.contains("\"logo\"") ? "" : "\"logo\": {\"light\": \"logo.svg\", \"dark\": \"logo.svg\"}, ";
        return BrandKitReader.readFolder(
                TestKits.folder(folder, "{\"format\": 1, \"name\": \"Acme\", " + logo + members + "}"));
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
