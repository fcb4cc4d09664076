package liveroom.app.window.audience;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;
import liveroom.app.window.sync.SyncVerdict;
import liveroom.transport.ViewerSnapshot;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One viewer: name, how it is served, and how well that goes.
final class ViewerCell extends ListCell<ViewerSnapshot> {
    private final Region dot = new Region();
    private final Label name = Controls.label("", Style.CHAT_AUTHOR);
    private final Label muted = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final Label how = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final Value skew = new Value("viewers.skew");
    private final Value latency = new Value("viewers.latency");
    private final Value roundTrip = new Value("viewers.rtt");
    private final Value loss = new Value("viewers.loss");
    private final MenuItem mute = new MenuItem("", Controls.icon(Feather.VOLUME_X));
    private final MenuButton menu = new MenuButton("", Controls.icon(Feather.MORE_HORIZONTAL));
    private final VBox box;
    /// Whom the menu was opened for; the row may show another by the time of the click.
    private @Nullable ViewerSnapshot menuOf;

    ViewerCell(AudienceModel model) {
        dot.getStyleClass().add(Style.DOT);
        dot.setMinSize(8, 8);
        name.setMinWidth(0);
        muted.setMinWidth(USE_PREF_SIZE);
        how.setMinWidth(0);
        MenuItem remove = new MenuItem(Words.of("viewers.remove"), Controls.icon(Feather.USER_X));
        mute.setOnAction(_ -> onMenuOf(model::toggleMute));
        remove.setOnAction(_ -> onMenuOf(model::remove));
        menu.getItems().addAll(mute, remove);
        menu.setOnShowing(_ -> openMenu());
        menu.getStyleClass().addAll(Style.ICON_BUTTON, "room-row-menu");
        HBox head = new HBox(dot, name, muted, Controls.spring(), menu);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("room-viewer-head");
        HBox values = new HBox(skew, latency, roundTrip, loss);
        values.getStyleClass().add("room-viewer-values");
        for (Value value : List.of(skew, latency, roundTrip, loss)) {
            HBox.setHgrow(value, Priority.ALWAYS);
            value.setPrefWidth(60);
        }
        box = new VBox(head, how, values);
        box.getStyleClass().add("room-viewer");
        setPrefWidth(0);
    }

    private void openMenu() {
        menuOf = getItem();
        if (menuOf != null) {
            mute.setText(AudienceModel.muteWords(menuOf));
        }
    }

    private void onMenuOf(Consumer<ViewerSnapshot> action) {
        if (menuOf != null) {
            action.accept(menuOf);
        }
    }

    @Override
    protected void updateItem(@Nullable ViewerSnapshot viewer, boolean empty) {
        super.updateItem(viewer, empty);
        if (empty || viewer == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        show(viewer);
        setGraphic(box);
    }

    private void show(ViewerSnapshot viewer) {
        boolean isMuted = viewer.speech() == ViewerSnapshot.Speech.MUTED;
        name.setText(AudienceModel.name(viewer));
        muted.setText(isMuted ? Words.of("viewers.isMuted") : "");
        how.setText(AudienceModel.how(viewer));
        Controls.name(menu, Words.of("viewers.menu", AudienceModel.name(viewer)));
        States.show(
                dot,
                switch (viewer.presence()) {
                    case WATCHING -> Verdict.GOOD;
                    case CONNECTING -> Verdict.NEUTRAL;
                    case RECONNECTING -> Verdict.WARNING;
                });
        skew.show(Figures.signedMs(viewer.skewMs()), SyncVerdict.of(viewer.skewMs()));
        latency.show(Figures.ms(viewer.latencyMs()), Verdict.NEUTRAL);
        roundTrip.show(Figures.ms(viewer.rttMs()), Verdict.NEUTRAL);
        loss.show(
                Figures.decimals(viewer.lossPercent(), 1) + "\u00a0%",
                viewer.lossPercent() > 5
                        ? Verdict.ERROR
                        : viewer.lossPercent() > 1 ? Verdict.WARNING : Verdict.NEUTRAL);
        setAccessibleText(Words.of(
                "viewers.spoken",
                AudienceModel.name(viewer),
                how.getText(),
                SyncVerdict.words(viewer.skewMs()),
                latency.figure.getText()));
    }

    /// A small figure over its name.
    private static final class Value extends VBox {
        private final Label figure = Controls.label("", Style.FIGURE);

        Value(String nameKey) {
            Label nameLabel = Controls.label(Words.of(nameKey), Style.SMALL_TEXT, Style.MUTED_TEXT);
            nameLabel.setMinWidth(0);
            getChildren().addAll(figure, nameLabel);
        }

        void show(String text, Verdict verdict) {
            figure.setText(text);
            States.show(figure, verdict);
        }
    }
}
