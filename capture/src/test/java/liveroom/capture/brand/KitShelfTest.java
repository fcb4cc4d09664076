package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liveroom.capture.brand.BrandException.Code;
import liveroom.capture.brand.KitShelf.IfTaken;
import liveroom.capture.scene.ColourRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KitShelfTest {
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
    void bringIn_ofAnArchive_addsItByItsName() throws Exception {
        Path zip = TestKits.zip(folder.resolve("x.zip"), TestKits.with("a.svg", TestKits.text(TestKits.SQUARE)));

        String name = shelf.bringIn(zip, IfTaken.KEEP_BOTH);

        assertThat(name).isEqualTo("acme");
        assertThat(shelf.names()).containsExactly("atelier", "daylight", "nocturne", "acme");
        assertThat(shelf.open("acme").folder()).isEqualTo(own.resolve("acme").toRealPath());
        assertThat(KitFiles.find(shelf.open("acme"), "a.svg")).isPresent();
    }

    @Test
    void bringIn_whereTheNameIsTaken_keepsBothOrReplaces() throws Exception {
        Path first = TestKits.folder(folder.resolve("1"), "{\"format\": 1, \"name\": \"Acme!\", \"version\": 3}");
        Path second = TestKits.folder(folder.resolve("2"), "{\"format\": 1, \"name\": \"ACME\", \"version\": 4}");
        Path daylight = TestKits.folder(folder.resolve("3"), "{\"format\": 1, \"name\": \"Daylight\"}");

        assertThat(shelf.bringIn(first, IfTaken.REPLACE)).isEqualTo("acme");
        assertThat(shelf.bringIn(second, IfTaken.KEEP_BOTH)).isEqualTo("acme-2");
        assertThat(shelf.bringIn(second, IfTaken.REPLACE)).isEqualTo("acme");
        assertThat(shelf.bringIn(daylight, IfTaken.REPLACE)).isEqualTo("daylight-2");

        assertThat(shelf.open("acme").version()).isEqualTo(4);
        assertThat(own)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
    }

    @Test
    void bringIn_ofAKitWithAChineseName_keepsItsName() throws Exception {
        Path kit = TestKits.folder(folder.resolve("k"), "{\"format\": 1, \"name\": \"晨光 教育\"}");

        String name = shelf.bringIn(kit, IfTaken.KEEP_BOTH);

        assertThat(shelf.open(name).name()).isEqualTo("晨光 教育");
    }

    @Test
    void save_ofOnesOwn_countsUpAndKeepsTheOtherFiles() throws Exception {
        String name = shelf.add(shelf.open("daylight"), IfTaken.KEEP_BOTH);
        Files.writeString(own.resolve(name).resolve("sketch.psd"), "mine");
        BrandKit kit = shelf.open(name).withColour(ColourRole.PRIMARY, 0x123456);

        BrandKit saved = BrandKitWriter.save(kit, kit.folder());

        assertThat(saved.version()).isEqualTo(kit.version() + 1);
        assertThat(shelf.open(name)).isEqualTo(saved);
        assertThat(own.resolve(name).resolve("sketch.psd")).hasContent("mine");
        try (var entries = Files.list(own.resolve(name))) {
            assertThat(entries.map(entry -> entry.getFileName().toString()).filter(entry -> entry.startsWith(".")))
                    .as("but for the version before, nothing hidden stays")
                    .containsExactly(".versions");
        }
    }

    @Test
    void save_elsewhere_takesTheFilesAlongAndOverwritesNothing() throws Exception {
        BrandKit kit = shelf.open("nocturne");

        BrandKit saved = BrandKitWriter.save(kit, folder.resolve("copy"));

        assertThat(KitListing.of(saved.folder())).isEqualTo(KitListing.of(kit.folder()));
        Path taken = TestKits.folder(folder.resolve("taken"), Map.of("diary.txt", new byte[] {1}));
        assertThatExceptionOfType(BrandException.class)
                .isThrownBy(() -> BrandKitWriter.save(kit, taken))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.DISK));
        assertThat(taken).isDirectoryContaining("glob:**/diary.txt");
    }

    @Test
    void open_ofAnArchive_unpacksItOnceForEachContent() throws Exception {
        Path zip = folder.resolve("x.zip");
        TestKits.zip(zip, TestKits.with("a.txt", new byte[] {1}));
        BrandKit kit = shelf.open(zip.toString());

        assertThat(shelf.open(zip.toString()).folder()).isEqualTo(kit.folder());

        TestKits.zip(zip, TestKits.with("a.txt", new byte[] {2}));
        assertThat(shelf.open(zip.toString()).folder()).isNotEqualTo(kit.folder());
        assertThat(kit.folder().resolve("a.txt")).as("what is in use stays").exists();
    }

    @Test
    void open_ofNoKit_saysWhichThereAre() {
        for (String brand : new String[] {"", "nothing", "../daylight", "a\0b", "."}) {
            assertThatExceptionOfType(BrandException.class).isThrownBy(() -> shelf.open(brand));
        }
        assertThatExceptionOfType(BrandException.class)
                .isThrownBy(() -> shelf.open("nothing"))
                .withMessage("There is no brand kit \"nothing\". "
                        + "Give the path of a folder or .zip, or one of atelier, daylight, nocturne.");
    }

    @Test
    void remove_removesOnesOwnAlone() throws Exception {
        String name = shelf.add(shelf.open("daylight"), IfTaken.KEEP_BOTH);

        shelf.remove(name);

        assertThat(shelf.names()).containsExactly("atelier", "daylight", "nocturne");
        assertThatExceptionOfType(BrandException.class).isThrownBy(() -> shelf.remove("daylight"));
        assertThatExceptionOfType(BrandException.class).isThrownBy(() -> shelf.remove("../own"));
    }

    @Test
    void cards_nameEveryKitByItsOwnNameAndSayWhatIsWrongWithOthers() throws Exception {
        TestKits.folder(own.resolve("acme"), "{\"format\": 1, \"name\": \"Acme & Co\", \"version\": 7}");
        TestKits.folder(own.resolve("broken"), "{\"format\": 1");
        TestKits.folder(own.resolve("daylight"), "{\"format\": 1, \"name\": \"Mine\"}");
        Files.createDirectories(own.resolve("empty"));
        TestKits.zip(own.resolve("Lying.ZIP"), TestKits.with("x.svg", TestKits.text(TestKits.SQUARE)));
        Files.writeString(own.resolve("bad.zip"), "no archive");
        Files.writeString(own.resolve("notes.txt"), "mine");

        List<KitCard> cards = shelf.cards();

        assertThat(cards.subList(0, 3)).extracting(KitCard::name).containsExactly("Atelier", "Daylight", "Nocturne");
        assertThat(cards.subList(0, 3)).allMatch(card -> card.origin() == KitCard.Origin.SHIPPED);
        assertThat(cards.subList(3, cards.size()))
                .extracting(KitCard::name)
                .containsExactly("Acme", "Acme & Co", "bad.zip", "broken", "Mine", "empty");
        assertThat(cards)
                .filteredOn(card -> !card.isUsable())
                .extracting(KitCard::name)
                .containsExactly("bad.zip", "broken", "empty");
        for (KitCard card : cards) {
            if (card.isUsable()) {
                assertThat(shelf.open(card.brand()).name()).isEqualTo(card.name());
            } else {
                assertThat(card.problem()).endsWith(".");
            }
        }
        assertThat(shelf.card("acme").version()).isEqualTo(7);
        assertThat(shelf.card("acme").origin()).isEqualTo(KitCard.Origin.OWN);
        assertThat(shelf.card("Lying.ZIP").origin()).isEqualTo(KitCard.Origin.ELSEWHERE);
    }
}
