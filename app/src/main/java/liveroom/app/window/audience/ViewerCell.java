package liveroom.app.window.audience;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
import liveroom.app.window.sync.Skew;
import liveroom.app.window.sync.SyncVerdict;
import liveroom.transport.ViewerSnapshot;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One viewer in three lines: name and skew, the bar of its latency, how it is served and what is lost. All figures
/// are under them where it is selected.
final class ViewerCell extends ListCell<Watching> {
    private static final double MENU = 24;
    private static final double FIGURES = 60;

    private final Region dot = new Region();
    private final Label name = Controls.label("", Style.CHAT_AUTHOR);
    private final Label muted = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final Label skew = Controls.label("", Style.FIGURE, Style.SMALL_TEXT);
    private final LatencyBar bar = new LatencyBar();
    private final Label latency = Controls.label("", Style.FIGURE, Style.SMALL_TEXT);
    private final Label how = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final Label loss = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final ViewerDetails details = new ViewerDetails();
    private final MenuItem mute = new MenuItem("", Controls.icon(Feather.VOLUME_X));
    private final MenuButton menu = new MenuButton("", Controls.icon(Feather.MORE_HORIZONTAL));
    private final VBox box;
    /// Whom the menu was opened for; the row may show another by the time of the click.
    private @Nullable ViewerSnapshot menuOf;

    ViewerCell(AudienceModel model) {
        dot.getStyleClass().add(Style.DOT);
        dot.setMinSize(8, 8);
        MenuItem remove = new MenuItem(Words.of("viewers.remove"), Controls.icon(Feather.USER_X));
        mute.setOnAction(_ -> onMenuOf(model::toggleMute));
        remove.setOnAction(_ -> onMenuOf(model::remove));
        menu.getItems().addAll(mute, remove);
        menu.setOnShowing(_ -> openMenu());
        menu.getStyleClass().addAll(Style.ICON_BUTTON, "room-row-menu");
        HBox head = line("room-viewer-head", dot, name, muted, Controls.spring(), skew, menu);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox bars = line("room-viewer-line", bar, figure(latency), room());
        HBox served = line("room-viewer-line", how, Controls.spring(), loss, room());
        name.setMinWidth(0);
        how.setMinWidth(0);
        for (Label whole : new Label[] {muted, skew, loss}) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        box = new VBox(head, bars, served, details);
        box.getStyleClass().add("room-viewer");
        setPrefWidth(0);
        selectedProperty().subscribe(_ -> showDetails());
    }

    private static HBox line(String style, Node... parts) {
        HBox line = new HBox(parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(style);
        return line;
    }

    private static Label figure(Label label) {
        label.setMinWidth(FIGURES);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    /// The menu's column goes down the row.
    private static Region room() {
        Region room = new Region();
        room.setMinWidth(MENU);
        return room;
    }

    private void openMenu() {
        menuOf = getItem() == null ? null : getItem().viewer();
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
    protected void updateItem(@Nullable Watching watching, boolean empty) {
        super.updateItem(watching, empty);
        if (empty || watching == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        show(watching);
        showDetails();
        setGraphic(box);
    }

    private void showDetails() {
        Watching watching = getItem();
        Controls.present(details, isSelected() && watching != null);
        if (isSelected() && watching != null) {
            details.show(watching);
        }
    }

    private void show(Watching watching) {
        ViewerSnapshot viewer = watching.viewer();
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
        skew.setText(Figures.signedMs(Skew.ofMinute(viewer)));
        States.show(skew, SyncVerdict.of(Skew.ofMinute(viewer)));
        bar.show(watching);
        latency.setText(Figures.ms(watching.latencyMs()));
        loss.setText(lossWords(viewer));
        States.show(loss, lossVerdict(viewer.lossPercent().orElse(0)));
        setAccessibleText(Words.of(
                "viewers.spoken",
                AudienceModel.name(viewer),
                how.getText(),
                loss.getText(),
                SyncVerdict.words(Skew.ofMinute(viewer)),
                watching.barWords()));
    }

    /// Nothing where nothing is known.
    private static String lossWords(ViewerSnapshot viewer) {
        return viewer.presence() == ViewerSnapshot.Presence.WATCHING
                        && viewer.lossPercent().isPresent()
                ? Words.of("viewers.lost", Figures.decimals(viewer.lossPercent().getAsDouble(), 1))
                : "";
    }

    private static Verdict lossVerdict(double percent) {
        if (percent > 5) {
            return Verdict.ERROR;
        }
        return percent > 1 ? Verdict.WARNING : Verdict.NEUTRAL;
    }
}
