package liveroom.app.window.share;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import org.kordamp.ikonli.feather.Feather;

/// The link that reaches furthest, always at hand.
public final class LinkCard extends VBox {
    private final LinkModel model;
    private final Label text = Controls.label("", Style.LINK_FIELD, Style.SMALL_TEXT);
    private final Label reach = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final Button reveal;

    public LinkCard(LinkModel model, LinkCopier copier) {
        this.model = model;
        getStyleClass().add("room-link-card");
        text.setId("link-text");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        text.setPrefWidth(80);
        reveal = Controls.iconButton(
                "share.reveal",
                Feather.EYE,
                () -> model.revealed().set(!model.revealed().get()));
        reveal.setId("link-reveal");
        Button copy = Controls.iconButton(
                "share.copy", Feather.COPY, () -> model.best().ifPresent(copier::copy));
        copy.setId("link-copy");
        HBox line = new HBox(reach, Controls.spring(), reveal, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(Style.ROW);
        reach.setMinWidth(0);
        getChildren().addAll(text, line);
        model.links().subscribe(_ -> show());
        model.revealed().subscribe(_ -> show());
    }

    private void show() {
        model.best()
                .ifPresentOrElse(
                        link -> {
                            text.setText(model.shown(link).replaceFirst("^https?://", ""));
                            reach.setText(Words.of("share.reach." + link.kind().name(), link.label()));
                        },
                        () -> {
                            text.setText(Words.of("share.none"));
                            reach.setText("");
                        });
        boolean revealed = model.revealed().get();
        Controls.picture(reveal, revealed ? Feather.EYE_OFF : Feather.EYE);
        Controls.name(reveal, Words.of(revealed ? "share.hide" : "share.reveal"));
    }
}
