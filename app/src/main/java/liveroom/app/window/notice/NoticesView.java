package liveroom.app.window.notice;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.studio.Notice;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Notices in rows of their own, the gravest and newest at the bottom, each to be put away. Covers
/// nothing, and takes no room while there are none; where there is room for few, it says how many more
/// there are.
public final class NoticesView extends VBox {
    private static final int MOST = 3;
    /// Of the window; under it, there is room for one row.
    private static final double TALL = 720;

    private final NoticesModel model;
    private final Label more = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private int rows = MOST;

    public NoticesView(NoticesModel model) {
        this.model = model;
        getStyleClass().add("room-notices");
        setId("notices");
        more.setId("more-notices");
        more.setMinWidth(USE_PREF_SIZE);
        model.visible().subscribe(this::fill);
        fill();
    }

    /// Fits the rows to a window of this height.
    public void fit(double windowHeight) {
        int wanted = windowHeight < TALL ? 1 : MOST;
        if (wanted != rows) {
            rows = wanted;
            fill();
        }
    }

    /// Leaves the cards alone that stay, so that the keyboard stays where it is.
    private void fill() {
        List<Notice> notices = model.visible().stream()
                .sorted(Comparator.comparing(Notice::severity))
                .toList();
        List<Notice> last = notices.subList(Math.max(0, notices.size() - rows), notices.size());
        List<Node> cards = getChildren();
        cards.removeIf(card -> !last.contains(card.getUserData()));
        for (int i = 0; i < last.size(); i++) {
            if (i == cards.size() || !last.get(i).equals(cards.get(i).getUserData())) {
                cards.add(i, card(last.get(i)));
            }
        }
        cards.subList(last.size(), cards.size()).clear();
        Controls.present(this, !last.isEmpty());
        showMore(notices.size() - last.size());
    }

    /// In the last row, before what puts it away.
    private void showMore(int count) {
        if (more.getParent() instanceof HBox before) {
            before.getChildren().remove(more);
        }
        if (count > 0 && getChildren().getLast() instanceof HBox card) {
            more.setText(Words.of("notice.more", count));
            card.getChildren().add(card.getChildren().size() - 1, more);
        }
    }

    private Node card(Notice notice) {
        FontIcon icon = Controls.icon(
                switch (notice.severity()) {
                    case INFO -> Feather.INFO;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case ERROR -> Feather.ALERT_OCTAGON;
                });
        Label text = Controls.label(notice.text());
        text.setWrapText(true);
        text.setMinWidth(0);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button dismiss = Controls.iconButton("notice.dismiss", Feather.X, () -> model.dismiss(notice));
        HBox card = new HBox(icon, text, dismiss);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add(Style.NOTICE);
        card.setUserData(notice);
        States.show(
                card,
                switch (notice.severity()) {
                    case INFO -> Verdict.NEUTRAL;
                    case WARNING -> Verdict.WARNING;
                    case ERROR -> Verdict.ERROR;
                });
        Controls.describe(card, Words.of("notice.spoken." + notice.severity().name(), notice.text()));
        return card;
    }
}
