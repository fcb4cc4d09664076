package liveroom.app.window;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.app.window.notice.NoticesView;
import org.kordamp.ikonli.feather.Feather;

/// Where things stand: a bar on top and what the studio has to say under it, the pictures, the panel beside them, the
/// strip below.
final class WindowLayout extends BorderPane {
    static final double MIN_WIDTH = 960;
    static final double MIN_HEIGHT = 600;

    private final SidePanel side;
    private final ControlStrip strip;

    WindowLayout(WindowParts parts, Models models, SceneDesk scenes, Stage stage, StudioWindow.Actions actions) {
        side = new SidePanel(models, actions);
        strip = new ControlStrip(parts, models, stage, actions, side::showFigures);
        getStyleClass().add("room-layout");
        NoticesView notices = new NoticesView(models.notices());
        setTop(new VBox(topBar(parts, models, actions), notices));
        setCenter(scenes.area());
        BorderPane.setMargin(side, new Insets(0, 0, 0, 8));
        setRight(side);
        setBottom(strip);
        widthProperty().subscribe(width -> {
            side.fit(width.doubleValue());
            strip.fit(width.doubleValue());
        });
        heightProperty().subscribe(height -> notices.fit(height.doubleValue()));
    }

    private static HBox topBar(WindowParts parts, Models models, StudioWindow.Actions actions) {
        Label name = Controls.label(Words.of("window.name"), Style.MUTED_TEXT);
        Label title = Controls.label(parts.studio().title(), Style.TITLE);
        title.setMinWidth(0);
        title.setId("room-title");
        Label air = Controls.label("", "room-air");
        air.setId("air");
        Runnable showAir = () -> {
            boolean onAir = models.show().onAir().get();
            air.setText(
                    onAir
                            ? Words.of(
                                    "show.onAirFor", models.show().runningTime().get())
                            : Words.of("show.offAir"));
            air.pseudoClassStateChanged(States.LIVE, onAir);
        };
        models.show().onAir().subscribe(_ -> showAir.run());
        models.show().runningTime().subscribe(_ -> showAir.run());
        Label audience = Controls.label("", Style.FIGURE);
        audience.setGraphic(Controls.icon(Feather.EYE));
        audience.setId("audience");
        models.show().audience().subscribe(count -> {
            audience.setText(Integer.toString(count.intValue()));
            Controls.hint(audience, Words.of("viewers.count", count));
            audience.setAccessibleText(Words.of("viewers.count", count));
        });
        Button theme = Controls.iconButton("theme.switch", Feather.SUN, actions.switchTheme());
        theme.setId("theme");
        Button help = Controls.iconButton("shortcuts.title", Feather.HELP_CIRCLE, actions.shortcuts());
        help.setId("shortcuts");
        Button settings = Controls.iconButton("settings.title", Feather.SETTINGS, actions.settings());
        settings.setId("settings");
        HBox bar = new HBox(
                Controls.icon(Feather.RADIO), name, title, Controls.spring(), air, audience, theme, help, settings);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add(Style.TOP_BAR);
        return bar;
    }

    SidePanel side() {
        return side;
    }

    void showMeters() {
        strip.showMeters();
    }
}
