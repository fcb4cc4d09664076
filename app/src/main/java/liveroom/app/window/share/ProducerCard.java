package liveroom.app.window.share;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Confirmation;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import org.kordamp.ikonli.feather.Feather;

/// The producer's link: copied, or made void by a new one.
final class ProducerCard extends VBox {
    ProducerCard(ProducerModel model, Overlay overlay, LinkCopier copier) {
        getStyleClass().add("room-producer");
        setId("producer");
        Label title = Controls.label(Words.of("producer.title"), Style.LABEL);
        Label words = Controls.label(Words.of("producer.text"), Style.SMALL_TEXT, Style.MUTED_TEXT);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Label text = Controls.label("", "room-producer-link", Style.FIXED_TEXT);
        text.textProperty().bind(model.shown());
        text.setId("producer-link");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = Controls.iconButton(
                "producer.copy", Feather.COPY, () -> copier.copy(model.link().get(), Words.of("producer.copied")));
        copy.setId("producer-copy");
        copy.disableProperty().bind(model.link().isEmpty());
        Button renew = Controls.button(
                "producer.renew",
                Feather.REFRESH_CW,
                () -> Confirmation.ask(overlay, "producer.renew.ask", model::renew),
                Style.QUIET_BUTTON);
        renew.setId("producer-renew");
        renew.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(text, copy, renew);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(Style.ROW);
        getChildren().addAll(title, words, line);
    }
}
