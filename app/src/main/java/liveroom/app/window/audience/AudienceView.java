package liveroom.app.window.audience;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.EmptyState;
import liveroom.app.window.kit.FxThread;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.transport.ViewerSnapshot;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The viewers, or how to invite some.
public final class AudienceView extends VBox {
    private final ListView<Watching> list;
    private final Button inviting;
    private final AudienceModel model;
    /// Whom the menu was opened for; the selection may be another's by the time of the click.
    private @Nullable ViewerSnapshot menuOf;

    public AudienceView(AudienceModel model, Runnable invite) {
        this.model = model;
        list = new ListView<>(model.viewers());
        list.setId("viewers");
        list.getStyleClass().add(Style.VIEWER_LIST);
        list.setCellFactory(_ -> new ViewerCell(model));
        list.setAccessibleText(Words.of("viewers.name"));
        list.setContextMenu(menu());
        list.getSelectionModel().selectedItemProperty().subscribe(this::reveal);
        inviting = Controls.button("share.invite", Feather.USER_PLUS, invite, Style.MAIN_BUTTON);
        inviting.setId("invite-empty");
        EmptyState empty = new EmptyState(Feather.USERS, "viewers.empty", inviting);
        StackPane who = new StackPane(list, empty);
        VBox.setVgrow(who, Priority.ALWAYS);
        Label more = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
        more.setId("room-for-more");
        more.setWrapText(true);
        more.setPadding(new Insets(8, 12, 8, 12));
        more.textProperty().bind(model.room());
        LatencyKey key = new LatencyKey();
        getChildren().addAll(key, who, more);
        Runnable show = () -> {
            boolean none = model.viewers().isEmpty();
            Controls.present(empty, none);
            Controls.present(key, !none);
            list.setVisible(!none);
        };
        model.viewers().subscribe(show);
        show.run();
    }

    /// Brings all of a row into view that has just been selected, and has become higher by its figures.
    private void reveal(@Nullable Watching before, @Nullable Watching selected) {
        if (selected == null
                || (before != null
                        && before.viewer().id().equals(selected.viewer().id()))) {
            return;
        }
        FxThread.later(() -> {
            list.applyCss();
            list.layout();
            int index = list.getSelectionModel().getSelectedIndex();
            double bottom = list.localToScene(list.getLayoutBounds()).getMaxY();
            boolean isSeen = list.lookupAll(".list-cell").stream()
                    .filter(cell -> cell.isVisible() && cell instanceof ViewerCell row && row.getIndex() == index)
                    .anyMatch(cell -> cell.localToScene(cell.getLayoutBounds()).getMaxY() <= bottom);
            if (!isSeen) {
                list.scrollTo(index);
            }
        });
    }

    /// Gives the keyboard to the list, or to the invitation while there is none.
    public void takeKeyboard() {
        (list.isVisible() ? list : inviting).requestFocus();
    }

    private ContextMenu menu() {
        MenuItem mute = new MenuItem(Words.of("viewers.mute"), Controls.icon(Feather.VOLUME_X));
        MenuItem remove = new MenuItem(Words.of("viewers.remove"), Controls.icon(Feather.USER_X));
        mute.setOnAction(_ -> onMenuOf(model::toggleMute));
        remove.setOnAction(_ -> onMenuOf(model::remove));
        ContextMenu menu = new ContextMenu(mute, remove);
        menu.setOnShowing(_ -> {
            Watching selected = list.getSelectionModel().getSelectedItem();
            menuOf = selected == null ? null : selected.viewer();
            if (menuOf != null) {
                mute.setText(AudienceModel.muteWords(menuOf));
            }
        });
        return menu;
    }

    private void onMenuOf(Consumer<ViewerSnapshot> action) {
        if (menuOf != null) {
            action.accept(menuOf);
        }
    }
}
