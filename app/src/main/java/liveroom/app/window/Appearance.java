package liveroom.app.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import liveroom.app.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sheets and fonts. Three layers over AtlantaFX: the raw scale, what each colour means, and one sheet per control.
final class Appearance {
    private static final Logger LOG = LoggerFactory.getLogger(Appearance.class);
    private static final List<String> CONTROLS = List.of(
            "window",
            "button",
            "preview",
            "scene",
            "inspect",
            "brand",
            "show",
            "source",
            "sound",
            "sync",
            "side",
            "chat",
            "audience",
            "figures",
            "share",
            "dialog",
            "notice");
    private static final List<String> FONTS = List.of("Inter-Regular.otf", "Inter-SemiBold.otf");

    private final Scene scene;
    private Settings.Theme theme = Settings.Theme.DARK;

    /// @param fonts the folder of those that ship
    Appearance(Scene scene, Path fonts) {
        this.scene = scene;
        FONTS.forEach(name -> load(fonts.resolve(name)));
    }

    void show(Settings.Theme newTheme) {
        theme = newTheme;
        Application.setUserAgentStylesheet(
                switch (theme) {
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                });
        List<String> sheets = new java.util.ArrayList<>();
        sheets.add(sheet("raw"));
        sheets.add(sheet(theme == Settings.Theme.DARK ? "meaning-dark" : "meaning-light"));
        CONTROLS.forEach(name -> sheets.add(sheet(name)));
        scene.getStylesheets().setAll(sheets);
    }

    Settings.Theme theme() {
        return theme;
    }

    private static String sheet(String name) {
        URL url = Appearance.class.getResource("css/" + name + ".css");
        if (url == null) {
            throw new IllegalStateException("css/" + name + ".css is missing from the program");
        }
        return url.toExternalForm();
    }

    /// Without them the system's own sans serif serves. From a file: whatever else it is given JavaFX copies into the
    /// temporary folder, and leaves there when the process ends at once.
    private static void load(Path font) {
        if (Font.loadFont(font.toUri().toString(), 14) == null) {
            LOG.info("The font {} cannot be read; the system's is used", font);
        }
    }
}
