package liveroom.app.window;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import liveroom.app.window.audience.AudienceView;
import liveroom.app.window.chat.ChatView;
import liveroom.app.window.figures.FiguresView;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.app.window.rundown.RundownView;

/// Chat, viewers, statistics and cues: side by side where the window is wide, behind tabs where it is not.
final class SidePanel extends HBox {
    private static final double COLUMN_WIDTH = 344;
    private static final double NARROW_WIDTH = 304;
    private static final double NARROW_UNDER = 1200;
    private static final int MOST_COUNTED = 99;
    private static final double WIDE_COLUMN_WIDTH = 376;

    private final ChatView chat;
    private final AudienceView viewers;
    private final FiguresView figures;
    private final RundownView cues;
    private final TabPane tabs = new TabPane();
    private final Tab chatTab;
    private final Tab viewersTab;
    private final Tab figuresTab;
    private final Tab cuesTab;
    private Arrangement arrangement = Arrangement.TABS;

    SidePanel(Models models, StudioWindow.Actions actions) {
        chat = new ChatView(models.chat());
        viewers = new AudienceView(models.audience(), actions.invite());
        figures = new FiguresView(models.figures(), models.history());
        SceneModels scenes = models.scenes();
        cues = new RundownView(scenes.rundown(), scenes.hotkeys(), actions.overlay());
        chatTab = tab("side.chat");
        viewersTab = tab("side.viewers");
        figuresTab = tab("side.figures");
        cuesTab = tab("side.cues");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add(Style.SECTION_TABS);
        tabs.getTabs().addAll(chatTab, viewersTab, figuresTab, cuesTab);
        tabs.setId("side-tabs");
        getStyleClass().add(Style.SIDE);
        setId("side");
        models.chat().unread().subscribe(count -> badge(chatTab, count.intValue()));
        models.audience()
                .viewers()
                .subscribe(() -> badge(viewersTab, models.audience().viewers().size()));
        tabs.getSelectionModel().selectedItemProperty().subscribe(_ -> attend());
        arrangeTabs();
    }

    private static Tab tab(String key) {
        Tab tab = new Tab(Words.of(key));
        tab.setTooltip(new Tooltip(Words.of(key + ".hint")));
        return tab;
    }

    private static void badge(Tab tab, int count) {
        String words = count > MOST_COUNTED ? MOST_COUNTED + "+" : Integer.toString(count);
        if (count == 0) {
            tab.setGraphic(null);
        } else if (tab.getGraphic() instanceof Label label) {
            label.setText(words);
        } else {
            tab.setGraphic(Controls.label(words, Style.COUNT));
        }
    }

    /// Fits the panel to a window of this width.
    void fit(double windowWidth) {
        Arrangement wanted = windowWidth >= 1760 ? Arrangement.COLUMNS : Arrangement.TABS;
        if (wanted != arrangement) {
            arrangement = wanted;
            switch (wanted) {
                case TABS -> arrangeTabs();
                case COLUMNS -> arrangeColumns();
            }
        }
        double width = arrangement == Arrangement.COLUMNS
                ? 2 * WIDE_COLUMN_WIDTH + 8
                : windowWidth < NARROW_UNDER ? NARROW_WIDTH : COLUMN_WIDTH;
        tabs.pseudoClassStateChanged(States.COMPACT, width == NARROW_WIDTH);
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
    }

    private void arrangeTabs() {
        getChildren().clear();
        chatTab.setContent(chat);
        viewersTab.setContent(viewers);
        figuresTab.setContent(figures);
        cuesTab.setContent(cues);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        getChildren().setAll(card(tabs));
        attend();
    }

    private void arrangeColumns() {
        for (Tab tab : tabs.getTabs()) {
            tab.setContent(null);
        }
        VBox audience = column(titled("side.viewers", viewers), titled("side.cues", cues));
        VBox conversation = column(titled("side.chat", chat), titled("side.figures", figures));
        for (Node column : new Node[] {audience, conversation}) {
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        getChildren().setAll(audience, conversation);
        attend();
    }

    /// Two panels, one above the other, each with half of the height.
    private static VBox column(VBox upper, VBox lower) {
        VBox column = new VBox(card(upper), card(lower));
        column.getStyleClass().add("room-side-column");
        column.setPrefWidth(WIDE_COLUMN_WIDTH);
        for (Node panel : column.getChildren()) {
            ((Region) panel).setMinHeight(0);
            ((Region) panel).setPrefHeight(0);
            VBox.setVgrow(panel, Priority.ALWAYS);
        }
        return column;
    }

    private static VBox titled(String key, Node content) {
        Label title = Controls.label(Words.of(key), Style.HEADING, "room-side-title");
        VBox.setVgrow(content, Priority.ALWAYS);
        return new VBox(title, content);
    }

    private static StackPane card(Node content) {
        StackPane card = new StackPane(content);
        card.getStyleClass().add(Style.CARD);
        card.getStyleClass().add("room-side-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void attend() {
        chat.watched(arrangement == Arrangement.COLUMNS
                || chatTab.equals(tabs.getSelectionModel().getSelectedItem()));
    }

    void showChat() {
        tabs.getSelectionModel().select(chatTab);
        chat.takeKeyboard();
    }

    void showViewers() {
        tabs.getSelectionModel().select(viewersTab);
        viewers.takeKeyboard();
    }

    void showCues() {
        tabs.getSelectionModel().select(cuesTab);
        cues.takeKeyboard();
    }

    void showFigures() {
        tabs.getSelectionModel().select(figuresTab);
        figures.requestFocus();
    }

    private enum Arrangement {
        TABS,
        COLUMNS
    }
}
