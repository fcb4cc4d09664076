package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liveroom.capture.brand.BrandException.Code;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.brand.BrandKit.Motion;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.SlateKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BrandKitReaderTest {
    @TempDir
    Path folder;

    @Test
    void readFolder_withNothingButAName_takesDefaults() throws Exception {
        BrandKit kit = read(TestKits.PLAIN_JSON);

        assertThat(kit.name()).isEqualTo("Acme");
        assertThat(kit.version()).isEqualTo(1);
        assertThat(kit.colours()).containsOnlyKeys(ColourRole.values());
        assertThat(kit.fonts()).containsOnlyKeys(FontRole.values());
        assertThat(kit.slates()).containsOnlyKeys(SlateKind.values());
        assertThat(kit.corners()).isEqualTo(Corners.SOFT);
        assertThat(kit.motion()).isEqualTo(Motion.NORMAL);
        for (Ground ground : Ground.values()) {
            assertThat(Contrast.ratio(kit.colour(ground.text()), kit.colour(ground.role())))
                    .isGreaterThanOrEqualTo(Contrast.LEAST);
        }
    }

    @Test
    void readFolder_withEveryMember_readsThem() throws Exception {
        BrandKit kit = read("""
                {"format": 1, "name": " Acme ", "version": 7,
                 "colours": {"primary": "#FF0000", "onPrimary": "#00fF00", "accent": "#010203"},
                 "fonts": {"numbers": {"family": "Mono", "weight": 350, "files": ["fonts/a.ttf", "b.otf"]}},
                 "logo": {"light": "logos/light.svg", "dark": "dark.PNG"},
                 "corners": "sharp", "motion": "calm", "safeMargin": 0.1,
                 "slates": {"beRightBack": "Kaffeepause ☕"}, "somethingNew": [1]}
                """);

        assertThat(kit.name()).isEqualTo("Acme");
        assertThat(kit.version()).isEqualTo(7);
        assertThat(kit.colour(ColourRole.PRIMARY)).isEqualTo(0xff0000);
        assertThat(kit.colour(ColourRole.ON_PRIMARY)).isEqualTo(0x00ff00);
        assertThat(kit.colour(ColourRole.ON_ACCENT)).as("left out, on dark").isEqualTo(0xffffff);
        assertThat(kit.typeface(FontRole.NUMBERS))
                .isEqualTo(new BrandKit.Typeface("Mono", 350, List.of("fonts/a.ttf", "b.otf")));
        assertThat(kit.logo()).isEqualTo(new BrandKit.Logo("logos/light.svg", "dark.PNG"));
        assertThat(kit.corners()).isEqualTo(Corners.SHARP);
        assertThat(kit.motion()).isEqualTo(Motion.CALM);
        assertThat(kit.safeMargin()).isEqualTo(0.1);
        assertThat(kit.slates()).containsEntry(SlateKind.BE_RIGHT_BACK, "Kaffeepause ☕");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    "name": ""                                          | name
                    "name": "a\\nb"                                     | name
                    "name": 5                                           | name
                    "format": "1"                                       | format
                    "format": 1.5                                       | format
                    "version": 0                                        | version
                    "version": 99999999999                              | version
                    "colours": []                                       | colours
                    "colours": {"onAccent": "red"}                      | colours.onAccent
                    "colours": {"primary": 255}                         | colours.primary
                    "fonts": {"body": "Inter"}                          | fonts.body
                    "fonts": {"body": {"family": " "}}                  | fonts.body.family
                    "fonts": {"body": {"weight": 1000}}                 | fonts.body.weight
                    "fonts": {"body": {"files": "a.ttf"}}               | fonts.body.files
                    "fonts": {"body": {"files": ["../a.ttf"]}}          | fonts.body.files
                    "fonts": {"body": {"files": ["a.woff2"]}}           | fonts.body.files
                    "fonts": {"body": {"files": [""]}}                  | fonts.body.files
                    "logo": {"light": "/etc/logo.svg"}                  | logo.light
                    "logo": {"dark": "logo.exe"}                        | logo.dark
                    "corners": "Round"                                  | corners
                    "motion": true                                      | motion
                    "safeMargin": 0.5                                   | safeMargin
                    "safeMargin": -0.1                                  | safeMargin
                    "slates": {"thankYou": {}}                          | slates.thankYou
                    """)
    void readFolder_withAMemberThatCannotBe_refusesItByName(String member, String name) {
        String rest = (member.startsWith("\"format\"") ? "" : "\"format\": 1, ")
                + (member.startsWith("\"name\"") ? "" : "\"name\": \"Acme\", ");

        assertThatExceptionOfType(BrandException.class)
                .isThrownBy(() -> read("{" + rest + member + "}"))
                .withMessageContaining("\"" + name + "\"")
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.INVALID));
    }

    @Test
    void readFolder_ofANewerFormat_refusesWithASentence() {
        assertThatExceptionOfType(BrandException.class)
                .isThrownBy(() -> read("{\"format\": 2, \"name\": 5}"))
                .withMessage("The kit is of format 2; this studio knows formats up to 1. "
                        + "Update the studio, or save the kit for this one.")
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.NEWER_FORMAT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {"format": 1, "name": "Ac                   | INVALID
                    {"format": 1, "name": "A", "name": "B"}     | INVALID
                    {"format": 1, "name": "A"} {}               | INVALID
                    [1]                                         | NOT_A_KIT
                    {"name": "package.json of something"}       | NOT_A_KIT
                    """)
    void readFolder_withJsonThatIsNone_refuses(String json, Code code) {
        refuses(code, () -> read(json));
    }

    @Test
    void readFolder_withEmptyOrDeepOrLargeJson_refuses() {
        refuses(Code.NOT_A_KIT, () -> read(""));
        refuses(Code.INVALID, () -> read("[".repeat(100_000)));
        refuses(Code.TOO_LARGE, () -> read(" ".repeat(300_000)));
    }

    @Test
    void readFolder_thatIsNoKit_refuses() {
        refuses(Code.NOT_A_KIT, () -> BrandKitReader.readFolder(folder));
        refuses(Code.MISSING, () -> BrandKitReader.readFolder(folder.resolve("nothing")));
    }

    @Test
    void readFolder_withHugePicture_refusesByItsHeader() throws Exception {
        TestKits.folder(folder, TestKits.with("big.png", TestKits.pngThatClaims(20_000, 20_000)));
        refuses(Code.TOO_LARGE, () -> BrandKitReader.readFolder(folder));

        TestKits.folder(folder, TestKits.with("big.png", TestKits.pngThatClaims(8_000, 8_000)));
        refuses(Code.TOO_LARGE, () -> BrandKitReader.readFolder(folder));
    }

    @Test
    void readFolder_withTooManyBytesOrFiles_refuses() throws Exception {
        Path large = TestKits.folder(folder.resolve("large"), TestKits.with("a.svg", new byte[3 << 20]));
        refuses(Code.TOO_LARGE, () -> BrandKitReader.readFolder(large));

        Path many = TestKits.folder(folder.resolve("many"), TestKits.PLAIN_JSON);
        for (int i = 0; i < 300; i++) {
            Files.writeString(many.resolve(i + ".txt"), "x");
        }
        refuses(Code.TOO_LARGE, () -> BrandKitReader.readFolder(many));
    }

    @Test
    void readFolder_withALink_refuses() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "x");
        Path kit = TestKits.folder(folder.resolve("kit"), TestKits.PLAIN_JSON);
        Files.createSymbolicLink(kit.resolve("logo.png"), secret);

        refuses(Code.UNSAFE, () -> BrandKitReader.readFolder(kit));
    }

    @Test
    void readFolder_withPlaylistAsVideo_opensWithoutIt() throws Exception {
        byte[] playlist = TestKits.text("#EXTM3U\nhttp://localhost/x.ts\n");
        BrandKit kit = BrandKitReader.readFolder(TestKits.folder(folder, TestKits.with("loop.mp4", playlist)));

        assertThat(KitFiles.find(kit, "loop.mp4")).isEmpty();
    }

    @Test
    void find_ofFiles_findsWholeOnesInTheKitAlone() throws Exception {
        Path outside = Files.write(folder.resolve("outside.png"), TestKits.png(2, 2));
        Path home = TestKits.folder(
                folder.resolve("kit"),
                Map.of(
                        "brand.json", TestKits.text(TestKits.PLAIN_JSON),
                        "fine.png", TestKits.png(2, 2),
                        "sub/fine.svg", TestKits.text(TestKits.SQUARE),
                        "damaged.png", new byte[] {1, 2, 3},
                        "notes.psd", new byte[] {1}));
        BrandKit kit = BrandKitReader.readFolder(home);

        assertThat(KitFiles.find(kit, "fine.png"))
                .contains(home.resolve("fine.png").toRealPath());
        assertThat(KitFiles.find(kit, "sub/fine.svg")).isPresent();
        for (String none :
                List.of("damaged.png", "notes.psd", "nothing.png", "../outside.png", outside.toString(), "")) {
            assertThat(KitFiles.find(kit, none)).as(none).isEmpty();
        }
    }

    private BrandKit read(String json) throws Exception {
        return BrandKitReader.readFolder(TestKits.folder(folder, json));
    }

    private static void refuses(Code code, ThrowingCallable call) {
        assertThatExceptionOfType(BrandException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
