package liveroom.app.window.scene;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.app.window.scene.geometry.Arrangement;

/// Buttons that bring the selected layers into line.
public final class ArrangeBar extends HBox {
    private final HandsOnModel model;
    private final Map<Arrangement, Button> buttons = new EnumMap<>(Arrangement.class);

    public ArrangeBar(HandsOnModel model) {
        this.model = model;
        getStyleClass().add("room-arrange");
        setAlignment(Pos.CENTER_LEFT);
        for (Arrangement arrangement : Arrangement.values()) {
            SVGPath picture = new SVGPath();
            picture.setContent(path(arrangement));
            picture.getStyleClass().add("room-arrange-picture");
            Button button = new Button("", picture);
            button.setId("arrange-" + arrangement.name());
            button.getStyleClass().addAll(Style.ICON_BUTTON);
            button.setOnAction(_ -> model.arrange(arrangement));
            Controls.name(button, Words.of("arrange." + arrangement.name()));
            buttons.put(arrangement, button);
            getChildren().add(button);
        }
        model.outlines().subscribe(_ -> show());
    }

    private void show() {
        buttons.forEach((arrangement, button) -> button.setDisable(!arrangement.suits(model.movableCount())));
    }

    private static String path(Arrangement arrangement) {
        return switch (arrangement) {
            case LEFT -> "M1 1h1.5v14H1z M4 3h10v4H4z M4 9h6v4H4z";
            case CENTRE -> "M7.25 1h1.5v14h-1.5z M3 3h10v4H3z M5 9h6v4H5z";
            case RIGHT -> "M13.5 1H15v14h-1.5z M2 3h10v4H2z M6 9h6v4H6z";
            case TOP -> "M1 1h14v1.5H1z M3 4h4v10H3z M9 4h4v6H9z";
            case MIDDLE -> "M1 7.25h14v1.5H1z M3 3h4v10H3z M9 5h4v6H9z";
            case BOTTOM -> "M1 13.5h14V15H1z M3 2h4v10H3z M9 6h4v6H9z";
            case SPREAD_ACROSS -> "M1 1h1.5v14H1z M13.5 1H15v14h-1.5z M6 4h4v8H6z";
            case SPREAD_DOWN -> "M1 1h14v1.5H1z M1 13.5h14V15H1z M4 6h8v4H4z";
        };
    }
}
