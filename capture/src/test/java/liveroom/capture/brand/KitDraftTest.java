package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liveroom.capture.brand.BrandException.Code;
import liveroom.capture.brand.BrandKit.Logo;
import liveroom.capture.brand.BrandKit.Typeface;
import liveroom.capture.brand.KitDraft.Purpose;
import liveroom.capture.brand.KitShelf.IfTaken;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.FontRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KitDraftTest {
    @TempDir
    Path folder;

    private Path own;
    private KitShelf shelf;

    @BeforeEach
    void makeShelf() {
        own = folder.resolve("own");
        shelf = TestKits.shelf(own, folder.resolve("unpacked"));
    }

    @Test
    void keep_ofANewKit_isOneOfTheHostsOwnAndLeavesTheShippedOneAlone() throws Exception {
        BrandKit daylight = shelf.open("daylight");
        try (KitDraft draft = shelf.draft(daylight, Purpose.NEW)) {
            BrandKit edited = draft.kit().withName("Harbour").withColour(ColourRole.PRIMARY, 0x102030);

            String name = shelf.keep(draft, edited);

            BrandKit kit = shelf.open(name);
            assertThat(name).isEqualTo("harbour");
            assertThat(kit.colour(ColourRole.PRIMARY)).isEqualTo(0x102030);
            assertThat(kit.version()).isEqualTo(1);
            assertThat(KitListing.of(kit.folder())).isEqualTo(KitListing.of(daylight.folder()));
        }
        assertThat(shelf.open("daylight")).isEqualTo(daylight);
    }

    @Test
    void close_withoutKeeping_changesNothing() throws Exception {
        String name = own("Acme");
        BrandKit before = shelf.open(name);
        try (KitDraft draft = shelf.draft(before, Purpose.CHANGE)) {
            draft.bringLogo(logo("new.svg"));
        }
        assertThat(shelf.open(name)).isEqualTo(before);
        assertThat(KitListing.of(before.folder())).doesNotContain("new.svg");
        assertThat(folder.resolve("drafts")).isEmptyDirectory();
    }

    @Test
    void keep_ofAChange_countsUpAndTakesOnlyTheFilesThatAreUsed() throws Exception {
        String name = own("Acme");
        change(name, draft -> {
            draft.bringLogo(logo("tried.svg"));
            String file = draft.bringLogo(logo("taken.svg"));
            return draft.kit().withLogo(new Logo(file, file));
        });

        BrandKit kit = shelf.open(name);
        assertThat(kit.version()).isEqualTo(2);
        assertThat(kit.logo()).isEqualTo(new Logo("taken.svg", "taken.svg"));
        assertThat(KitListing.of(kit.folder())).contains("taken.svg").doesNotContain("tried.svg");
        assertThat(KitFiles.find(kit, "taken.svg")).isPresent();
    }

    @Test
    void versions_afterTwelveChanges_areTheLastTenAndComeBackWhole() throws Exception {
        String name = own("Acme");
        Path logo = logo("first.svg");
        change(name, draft -> draft.kit().withLogo(new Logo(draft.bringLogo(logo), "")));
        for (int colour = 1; colour <= 11; colour++) {
            int rgb = colour;
            change(name, draft -> draft.kit().withLogo(new Logo("", "")).withColour(ColourRole.ACCENT, rgb));
        }

        try (KitDraft draft = shelf.draft(shelf.open(name), Purpose.CHANGE)) {
            List<KitHistory.Version> versions = draft.versions();
            assertThat(versions)
                    .extracting(version -> version.kit().version())
                    .containsExactly(12, 11, 10, 9, 8, 7, 6, 5, 4, 3);
            shelf.keep(draft, versions.getLast().kit());
        }
        BrandKit kit = shelf.open(name);
        assertThat(kit.version()).isEqualTo(14);
        assertThat(kit.colour(ColourRole.ACCENT)).isEqualTo(1);
    }

    @Test
    void goingBack_bringsTheLogoBackThatWasReplaced() throws Exception {
        String name = own("Acme");
        change(name, draft -> draft.kit().withLogo(new Logo(draft.bringLogo(logo("a.svg")), "")));
        change(name, draft -> draft.kit().withLogo(new Logo("", "")));

        change(name, draft -> draft.versions().getFirst().kit());

        BrandKit kit = shelf.open(name);
        assertThat(kit.version()).isEqualTo(4);
        assertThat(KitFiles.find(kit, kit.logo().light())).isPresent();
    }

    @Test
    void bringLogo_ofAHostileFile_isRefusedAndLeavesNothing() throws Exception {
        Path script = Files.writeString(
                folder.resolve("evil.svg"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script>alert(1)</script></svg>");
        Path huge = Files.write(folder.resolve("huge.png"), TestKits.pngThatClaims(60_000, 60_000));
        Path lying = Files.writeString(folder.resolve("lying.png"), "no picture");
        try (KitDraft draft = shelf.draft(shelf.open("daylight"), Purpose.NEW)) {
            var before = KitListing.of(draft.kit().folder());
            for (Path file : List.of(script, huge, lying, folder.resolve("none.svg"), folder.resolve("a.exe"))) {
                assertThatExceptionOfType(BrandException.class)
                        .isThrownBy(() -> draft.bringLogo(file))
                        .satisfies(e -> assertThat(e.sentence()).endsWith("."));
            }
            assertThat(KitListing.of(draft.kit().folder())).isEqualTo(before);
        }
    }

    @Test
    void bringLogo_whoseNameAnotherFileHas_getsANumberAndTheSameFileDoesNot() throws Exception {
        Path other = TestKits.folder(folder.resolve("x"), Map.of("logo.svg", TestKits.text(TestKits.SQUARE)))
                .resolve("logo.svg");
        try (KitDraft draft = shelf.draft(shelf.open(own("Acme")), Purpose.CHANGE)) {
            assertThat(draft.bringLogo(logo("logo.svg"))).isEqualTo("logo.svg");
            assertThat(draft.bringLogo(logo("logo.svg"))).isEqualTo("logo.svg");
            assertThat(draft.bringLogo(other)).isEqualTo("logo-2.svg");
        }
    }

    @Test
    void bringFont_isOneOfTheKitsTypefaces() throws Exception {
        Path font = ShippedKitsTest.ASSETS.resolve("kits/nocturne/fonts/SpaceGrotesk-SemiBold.ttf");
        try (KitDraft draft = shelf.draft(shelf.open("daylight"), Purpose.NEW)) {
            Typeface face = draft.bringFont(font);

            assertThat(face).isEqualTo(new Typeface("Space Grotesk", 600, List.of("fonts/SpaceGrotesk-SemiBold.ttf")));
            StudioFonts fonts = new StudioFonts(ShippedKitsTest.ASSETS.resolve("fonts"));
            assertThat(fonts.faces(draft.kit())).contains(face).hasSize(4);
            assertThat(fonts.has(draft.kit().withTypeface(FontRole.BODY, face), FontRole.BODY))
                    .isTrue();
            assertThat(fonts.faces()).contains(new Typeface("Inter", 600, List.of()));
        }
    }

    @Test
    void draft_ofAShippedKit_cannotChangeIt() throws Exception {
        BrandKit daylight = shelf.open("daylight");
        assertThatExceptionOfType(BrandException.class)
                .isThrownBy(() -> shelf.draft(daylight, Purpose.CHANGE))
                .withMessage("\"Daylight\" is no kit of your own. Make a new one from it.");
    }

    @Test
    void keep_ofWhatNoKitMaySay_isRefusedAndChangesNothing() throws Exception {
        String name = own("Acme");
        BrandKit before = shelf.open(name);
        try (KitDraft draft = shelf.draft(before, Purpose.CHANGE)) {
            assertThatExceptionOfType(BrandException.class)
                    .isThrownBy(() -> shelf.keep(draft, draft.kit().withName(" ")))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(Code.INVALID));
        }
        assertThat(shelf.open(name)).isEqualTo(before);
    }

    @Test
    void export_afterChanges_isReadElsewhereWithoutWhatIsPast() throws Exception {
        String name = own("Acme");
        change(name, draft -> draft.kit().withLogo(new Logo(draft.bringLogo(logo("old.svg")), "")));
        change(name, draft -> draft.kit().withLogo(new Logo(draft.bringLogo(logo("new.svg")), "")));
        BrandKit kit = shelf.open(name);
        Path zip = folder.resolve("acme.zip");

        BrandKitWriter.export(kit, zip);

        KitShelf elsewhere = TestKits.shelf(folder.resolve("e"), folder.resolve("eu"));
        BrandKit there = elsewhere.open(elsewhere.bringIn(zip, IfTaken.KEEP_BOTH));
        assertThat(there).isEqualTo(kit.saved(kit.version(), there.folder()));
        assertThat(KitListing.of(there.folder())).contains("new.svg").doesNotContain("old.svg");
        assertThat(KitHistory.of(there)).isEmpty();
    }

    private Path logo(String name) throws Exception {
        Path file = folder.resolve("logos").resolve(name);
        Files.createDirectories(folder.resolve("logos"));
        return Files.writeString(file, TestKits.SQUARE.replace("10v10", "1v1"));
    }

    private String own(String name) throws Exception {
        return shelf.add(
                BrandKitReader.readFolder(TestKits.folder(
                        folder.resolve(name + "-begun"), "{\"format\": 1, \"name\": \"" + name + "\"}")),
                IfTaken.KEEP_BOTH);
    }

    private void change(String name, Change change) throws Exception {
        try (KitDraft draft = shelf.draft(shelf.open(name), Purpose.CHANGE)) {
            shelf.keep(draft, change.of(draft));
        }
    }

    private interface Change {
        BrandKit of(KitDraft draft) throws Exception;
    }
}
