package liveroom.app.window;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import liveroom.app.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Photographs of brand kits in the window, for people to look at: `-Dliveroom.screenshots=DIRECTORY`.
@EnabledIfSystemProperty(named = "liveroom.screenshots", matches = ".+")
class KitPicturesTest extends PictureTest {
    @Test
    void editor_inEachThemeAndSize() throws Exception {
        shootAll("dark", new Settings.Look(Settings.Theme.DARK, 1280, 800));
        shootAll("light", new Settings.Look(Settings.Theme.LIGHT, 1440, 900));
        shootAll("small", new Settings.Look(Settings.Theme.LIGHT, 960, 600));
        shootAll("wide", new Settings.Look(Settings.Theme.DARK, 1900, 1000));
    }

    private void shootAll(String name, Settings.Look look) throws Exception {
        Path kits = Files.createDirectories(home.resolve(name).resolve("kits"));
        Files.writeString(kits.resolve("old-logo.zip"), "no archive");
        try (KitStudio show = KitStudio.open(home.resolve(name), look)) {
            WindowHarness window = show.window;
            show.edit("brand-new");
            shoot(window, "kits-" + name + "-new");
            set(window, "kit-colour-ON_PRIMARY", "#7c90c8");
            set(window, "kit-colour-ON_ACCENT", "#dda000");
            window.answer(Files.writeString(
                    home.resolve("evil.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"));
            window.press("kit-logo-LIGHT");
            shoot(window, "kits-" + name + "-findings");
            scroll(window, 0.5);
            shoot(window, "kits-" + name + "-middle");
            scroll(window, 1);
            window.press("kit-motif-STARTING_SOON");
            shoot(window, "kits-" + name + "-slate");
            window.press("kit-undo");
            window.press("kit-undo");
            window.press("kit-apply");
            window.await("it is worn", () -> show.wears("my-daylight"));
            show.edit("brand-edit");
            set(window, "kit-colour-PRIMARY", "#0a7d5a");
            window.press("kit-apply");
            window.await("it is worn", () -> show.kit().version() == 2);
            show.edit("brand-edit");
            window.await("there is a version", () -> window.shows("kit-versions"));
            window.click("kit-versions");
            shoot(window, "kits-" + name + "-versions");
            WindowHarness.onFx(() -> {
                window.find("kit-versions", MenuButton.class).hide();
                return true;
            });
            window.press("kit-cancel");
            window.click("brand");
            shoot(window, "kits-" + name + "-menu");
            window.robot().push(KeyCode.ESCAPE);
        }
    }

    private static void set(WindowHarness window, String field, String text) {
        WindowHarness.onFx(() -> {
            window.find(field, TextField.class).setText(text);
            return true;
        });
    }

    private static void scroll(WindowHarness window, double to) {
        WindowHarness.onFx(() -> {
            window.find("kit-form-scroll", ScrollPane.class).setVvalue(to);
            return true;
        });
    }
}
