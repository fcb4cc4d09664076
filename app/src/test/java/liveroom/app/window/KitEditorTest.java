package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.KitCard;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.FontRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Brand kits in the real window on the real studio: made, changed, taken back, passed on.
@Timeout(240)
class KitEditorTest {
    private static final int RED = 0xc01020;
    private static final int MAGENTA = 0xff00ff;
    private static final String LOGO = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 10\">"
            + "<path fill=\"#ff00ff\" d=\"M0 0h40v10H0z\"/></svg>";
    private static final String EVIL =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 10\">" + "<script>alert(1)</script></svg>";

    @TempDir
    Path home = Path.of("");

    @Test
    void newKit_madeAndAppliedOnAir_isWhatEveryGraphicFollows() throws Exception {
        try (KitStudio show = KitStudio.open(home)) {
            WindowHarness window = show.window;
            window.click("go-live");
            window.await("on air", () -> window.text("air").startsWith("ON AIR"));
            BrandKit before = show.kit();

            show.edit("brand-new");
            assertThat(window.find("kit-name", TextField.class).getText()).isEqualTo("My Daylight");
            type(window, "kit-name", "Harbour");
            int redBefore = WindowHarness.onFx(() -> show.count("kit-specimen", RED));
            type(window, "kit-colour-PRIMARY", "#c01020");
            window.await("the specimen is red", () -> show.count("kit-specimen", RED) > redBefore + 100);
            window.answer(Files.writeString(home.resolve("mark.svg"), LOGO));
            window.press("kit-logo-DARK");
            window.await("the specimen has the logo", () -> show.count("kit-specimen", MAGENTA) > 100);
            assertThat(WindowHarness.<Boolean>onFx(() -> show.isOnAir(before.colour(ColourRole.PRIMARY))))
                    .as("nothing half made goes on air")
                    .isTrue();

            window.press("kit-apply");
            window.await("the program follows", () -> show.isOnAir(RED));
            window.await("the editor is closed", () -> !window.shows("kit-editor"));
            window.await("the menu says so", () -> window.text("brand").equals("Harbour"));
            assertThat(show.brand()).isEqualTo("harbour");
            assertThat(show.kit().logo().dark()).isEqualTo("mark.svg");
            assertThat(home.resolve("kits/harbour/mark.svg")).hasContent(LOGO);
            assertThat(show.studio.kits().list())
                    .extracting(KitCard::name)
                    .containsExactly("Atelier", "Daylight", "Nocturne", "Harbour");
        }
    }

    @Test
    void change_applied_isTheNextVersionAndOneCanGoBack() throws Exception {
        try (KitStudio show = KitStudio.open(home)) {
            WindowHarness window = show.window;
            show.edit("brand-new");
            window.press("kit-apply");
            window.await("the new kit is worn", () -> show.wears("my-daylight"));
            int blue = show.kit().colour(ColourRole.PRIMARY);

            show.edit("brand-edit");
            type(window, "kit-colour-PRIMARY", "c01020");
            window.press("kit-apply");
            window.await("the program follows", () -> show.isOnAir(RED));
            assertThat(show.kit().version()).isEqualTo(2);
            assertThat(show.brand()).isEqualTo("my-daylight");

            show.edit("brand-edit");
            window.await("there is a version", () -> window.shows("kit-versions"));
            WindowHarness.onFx(() -> {
                window.find("kit-versions", MenuButton.class)
                        .getItems()
                        .getFirst()
                        .fire();
                return true;
            });
            assertThat(text(window, "kit-colour-PRIMARY")).isEqualTo(String.format("#%06x", blue));
            window.press("kit-apply");
            window.await("the program goes back", () -> show.isOnAir(blue));
            assertThat(show.kit().version()).isEqualTo(3);
        }
    }

    @Test
    void cancel_changesNothing() throws Exception {
        try (KitStudio show = KitStudio.open(home)) {
            WindowHarness window = show.window;
            BrandKit before = show.kit();
            List<KitCard> cards = show.studio.kits().list();
            show.edit("brand-new");
            type(window, "kit-colour-PRIMARY", "#c01020");
            window.robot().push(KeyCode.ESCAPE);
            window.press("refuse");
            assertThat(WindowHarness.<Boolean>onFx(() -> window.shows("kit-editor")))
                    .as("keeps editing")
                    .isTrue();
            window.press("kit-cancel");
            window.press("confirm");
            window.await("the editor is closed", () -> !window.shows("kit-editor"));
            assertThat(show.kit()).isEqualTo(before);
            assertThat(show.studio.kits().list()).isEqualTo(cards);
            window.await("the draft is gone", () -> isEmpty(home.resolve("cache/drafts")));

            show.edit("brand-new");
            window.robot().push(KeyCode.ESCAPE);
            window.await("what has not changed closes at once", () -> !window.shows("kit-editor"));
        }
    }

    @Test
    void pace_changedOrPlayed_letsTheLowerThirdGoAndComeOnce() throws Exception {
        try (KitStudio show = KitStudio.open(home)) {
            WindowHarness window = show.window;
            show.edit("brand-new");
            int blue = show.kit().colour(ColourRole.PRIMARY);
            window.await("it is drawn", () -> show.count("kit-specimen", blue) > 100);
            int whole = WindowHarness.onFx(() -> show.count("kit-specimen", blue));
            for (String button : List.of("kit-motion-CALM", "kit-play")) {
                window.press("kit-motif-THANK_YOU");
                window.press(button);
                window.await(
                        "it goes",
                        () -> moving(window).isVisible() && moving(window).getTranslateX() < -50);
                assertThat(WindowHarness.<Integer>onFx(() -> show.count("kit-specimen", blue)))
                        .as("it has left its place")
                        .isLessThan(whole);
                window.await("it has come", () -> !moving(window).isVisible());
                window.await("it stands", () -> show.count("kit-specimen", blue) == whole);
            }
            window.press("kit-play");
            window.await("it goes", () -> moving(window).isVisible());
            window.press("kit-motif-BE_RIGHT_BACK");
            window.await("it gives way", () -> !moving(window).isVisible());
        }
    }

    private static ImageView moving(WindowHarness window) {
        return window.find("kit-specimen-moving", ImageView.class);
    }

    @Test
    void logo_thatIsHostile_isRefusedWithASentence() throws Exception {
        try (KitStudio show = KitStudio.open(home)) {
            WindowHarness window = show.window;
            show.edit("brand-new");
            window.answer(Files.writeString(home.resolve("evil.svg"), EVIL));
            window.press("kit-logo-LIGHT");
            window.await("a sentence", () -> window.text("kit-problem").contains("evil.svg"));
            window.answer(Files.writeString(home.resolve("page.html"), "<p>"));
            window.press("kit-logo-DARK");
            window.await("another", () -> window.text("kit-problem").equals("A logo is an SVG, PNG or JPEG file."));
            assertThat(WindowHarness.<Boolean>onFx(() -> show.count("kit-specimen", MAGENTA) == 0))
                    .isTrue();
            window.press("kit-apply");
            window.await("the kit is worn", () -> show.wears("my-daylight"));
            assertThat(show.kit().logo()).isEqualTo(new BrandKit.Logo("logo-light.svg", "logo-dark.svg"));
        }
    }

    @Test
    void contrast_tooLow_isToldAndFixedWithOneClickAndUndone() throws Exception {
        try (KitStudio show = KitStudio.open(home)) {
            WindowHarness window = show.window;
            show.edit("brand-new");
            window.await("all is well", () -> window.shows("kit-fine"));
            type(window, "kit-colour-ON_SURFACE", "#d0d1d2");
            window.await("it is told", () -> window.shows("kit-mend-ON_SURFACE"));
            assertThat(window.text("kit-contrast-SURFACE")).isEqualTo("1.5 : 1");
            window.click("kit-mend-ON_SURFACE");
            window.await("all is well again", () -> window.shows("kit-fine"));
            assertThat(text(window, "kit-colour-ON_SURFACE")).isNotEqualTo("#d0d1d2");
            window.robot().push(KeyCode.CONTROL, KeyCode.Z);
            assertThat(text(window, "kit-colour-ON_SURFACE")).isEqualTo("#d0d1d2");
            window.press("kit-redo");
            assertThat(text(window, "kit-colour-ON_SURFACE")).isNotEqualTo("#d0d1d2");
        }
    }

    @Test
    void font_broughtInAndChosen_isInTheKit() throws Exception {
        try (KitStudio show = KitStudio.open(home)) {
            WindowHarness window = show.window;
            show.edit("brand-new");
            Path font = home.resolve("cache/kits/nocturne/fonts/SpaceGrotesk-SemiBold.ttf");
            window.answer(
                    Files.exists(font) ? font : Path.of("../assets/kits/nocturne/fonts/SpaceGrotesk-SemiBold.ttf"));
            window.press("kit-font-file-HEADING");
            window.await(
                    "it is chosen", () -> chosen(window, "kit-font-HEADING").contains("Space Grotesk"));
            window.press("kit-apply");
            window.await("the kit is worn", () -> show.wears("my-daylight"));
            assertThat(show.kit().typeface(FontRole.HEADING).files())
                    .containsExactly("fonts/SpaceGrotesk-SemiBold.ttf");
            assertThat(home.resolve("kits/my-daylight/fonts/SpaceGrotesk-SemiBold.ttf"))
                    .isRegularFile();
        }
    }

    @Test
    void export_andBringIn_isTheSameKit() throws Exception {
        Path zip = home.resolve("out/harbour.zip");
        Files.createDirectories(home.resolve("out"));
        BrandKit made;
        try (KitStudio show = KitStudio.open(home.resolve("one"))) {
            show.edit("brand-new");
            type(show.window, "kit-name", "Harbour");
            type(show.window, "kit-colour-PRIMARY", "#c01020");
            show.window.press("kit-apply");
            show.window.await("the kit is worn", () -> show.isOnAir(RED));
            made = show.kit();
            show.window.answer(home.resolve("out/harbour"));
            show.choose("brand-export");
            show.window.await("it is written", () -> Files.isRegularFile(zip));
        }
        try (KitStudio show = KitStudio.open(home.resolve("other"))) {
            show.window.answer(zip);
            show.choose("brand-bring-in");
            show.window.await("the program is dressed in it", () -> show.isOnAir(RED));
            BrandKit here = show.kit();
            assertThat(here.withName(""))
                    .usingRecursiveComparison()
                    .ignoringFields("folder")
                    .isEqualTo(made.withName(""));
            assertThat(here.name()).isEqualTo("Harbour");
        }
    }

    @Test
    void menu_listsArchivesAndSaysWhatIsWrongWithOthers() throws Exception {
        Path kits = Files.createDirectories(home.resolve("kits"));
        Files.writeString(kits.resolve("bad.zip"), "no archive");
        Files.createDirectories(kits.resolve("half"));
        Files.writeString(kits.resolve("half/brand.json"), "{");
        try (KitStudio show = KitStudio.open(home)) {
            show.studio.kits().export(kits.resolve("packed.zip"));
            WindowHarness window = show.window;
            window.click("brand");
            window.await("all are listed", () -> listed(show).size() == 6);
            assertThat(texts(show)).contains("Atelier", "Nocturne", "Daylight (daylight)", "Daylight (packed.zip)");
            assertThat(texts(show))
                    .anyMatch(text -> text.startsWith("bad.zip: The archive is damaged"))
                    .anyMatch(text -> text.startsWith("half: "));
            assertThat(WindowHarness.<List<String>>onFx(() -> show.lines().stream()
                            .filter(line -> line instanceof RadioMenuItem radio && radio.isSelected())
                            .map(MenuItem::getText)
                            .toList()))
                    .containsExactly("Daylight (daylight)");
            window.robot().push(KeyCode.ESCAPE);
            show.choose("Daylight (packed.zip)");
            window.await("it is worn", () -> show.brand().equals("packed.zip"));
            window.await(
                    "it is the studio's, too",
                    () -> show.kit().folder().toString().contains("unpacked"));
        }
    }

    @Test
    void everyControl_isReachedByTabAndSaysWhatItIs() throws Exception {
        try (KitStudio show = KitStudio.open(home)) {
            WindowHarness window = show.window;
            show.edit("brand-new");
            List<Control> controls =
                    WindowHarness.onFx(() -> window.find("kit-editor", Node.class).lookupAll("*").stream()
                            .filter(node -> node.isFocusTraversable()
                                    && node.getId() != null
                                    && node.getId().startsWith("kit-"))
                            .filter(Control.class::isInstance)
                            .map(Control.class::cast)
                            .toList());
            assertThat(controls).hasSizeGreaterThan(35);
            for (Control control : controls) {
                assertThat(control.getTooltip()).as(control.getId()).isNotNull();
                boolean named = control.getAccessibleText() != null
                        || (control instanceof javafx.scene.control.Labeled words
                                && !words.getText().isBlank());
                assertThat(named).as(control.getId()).isTrue();
            }
            Set<String> reached = ConcurrentHashMap.newKeySet();
            WindowHarness.onFx(() -> window.stage()
                    .getScene()
                    .focusOwnerProperty()
                    .subscribe(owner -> reached.add(owner == null ? "" : String.valueOf(owner.getId()))));
            for (int i = 0; i < controls.size(); i++) {
                window.robot().push(KeyCode.TAB);
            }
            assertThat(WindowHarness.<Boolean>onFx(() -> window.shows("kit-editor")))
                    .isTrue();
            assertThat(reached)
                    .contains(
                            "kit-name",
                            "kit-pick-PRIMARY",
                            "kit-font-BODY",
                            "kit-safeMargin",
                            "kit-cancel",
                            "kit-apply");
        }
    }

    private static List<String> texts(KitStudio show) {
        return WindowHarness.onFx(() -> listed(show));
    }

    /// On the JavaFX thread.
    private static List<String> listed(KitStudio show) {
        List<String> texts = new ArrayList<>();
        for (MenuItem line : show.lines()) {
            switch (line) {
                case RadioMenuItem kit -> texts.add(kit.getText());
                case SeparatorMenuItem _ -> {}
                case CustomMenuItem broken -> texts.add(labels(broken));
                default -> {}
            }
        }
        return texts;
    }

    private static String labels(CustomMenuItem line) {
        return line.getContent().lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining(": "));
    }

    private static void type(WindowHarness window, String field, String text) {
        window.await(field + " is there", () -> window.shows(field));
        WindowHarness.onFx(() -> {
            window.find(field, TextField.class).requestFocus();
            return true;
        });
        window.await(
                field + " has the keyboard",
                () -> window.find(field, TextField.class).isFocused());
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write(text);
        window.await(
                text + " is in " + field,
                () -> window.find(field, TextField.class).getText().equals(text));
    }

    private static String text(WindowHarness window, String field) {
        return WindowHarness.onFx(() -> window.find(field, TextField.class).getText());
    }

    private static String chosen(WindowHarness window, String box) {
        return String.valueOf(window.find(box, ComboBox.class).getValue());
    }

    private static boolean isEmpty(Path folder) {
        String[] files = folder.toFile().list();
        return files == null || files.length == 0;
    }
}
