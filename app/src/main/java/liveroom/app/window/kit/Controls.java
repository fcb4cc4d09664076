package liveroom.app.window.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small controls, each with its style, its tooltip and its name for a screen reader.
public final class Controls {
    private static final Duration TOOLTIP_DELAY = Duration.millis(500);

    private Controls() {}

    public static FontIcon icon(Feather picture) {
        return new FontIcon(picture);
    }

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A button with words, and a picture if there is one.
    ///
    /// @param key of the words; `KEY.hint` is its tooltip
    public static Button button(String key, Feather picture, Runnable action, String... styles) {
        Button button = new Button(Words.of(key), icon(picture));
        button.getStyleClass().addAll(styles);
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> action.run());
        hint(button, Words.of(key + ".hint"));
        return button;
    }

    /// A button with a picture alone; its words are its tooltip and its name.
    public static Button iconButton(String key, Feather picture, Runnable action) {
        Button button = new Button("", icon(picture));
        button.getStyleClass().addAll(Style.ICON_BUTTON);
        button.setOnAction(_ -> action.run());
        name(button, Words.of(key));
        return button;
    }

    /// Gives a control its tooltip, which is also its name for a screen reader.
    public static void name(Control control, String words) {
        control.setAccessibleText(words);
        hint(control, words);
    }

    /// Gives a control its tooltip, which is also what a screen reader says after its name.
    public static void hint(Control control, String words) {
        Tooltip tooltip = control.getTooltip();
        if (tooltip == null) {
            tooltip = new Tooltip();
            tooltip.setShowDelay(TOOLTIP_DELAY);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(360);
            control.setTooltip(tooltip);
        }
        tooltip.setText(words);
        control.setAccessibleHelp(words);
    }

    /// Says what a drawing means to those who cannot see it.
    public static void describe(Node node, String words) {
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setAccessibleText(words);
    }

    /// Room between what stands left and what stands right.
    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        region.setMinWidth(0);
        return region;
    }

    /// Shows a control's picture anew.
    public static void picture(ButtonBase button, Feather picture) {
        if (button.getGraphic() instanceof FontIcon icon && icon.getIconCode() != picture) {
            icon.setIconCode(picture);
        }
    }

    /// Puts a node in or out of the layout.
    public static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
