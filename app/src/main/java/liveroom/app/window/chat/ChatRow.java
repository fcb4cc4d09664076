package liveroom.app.window.chat;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.transport.chat.ChatMessage;
import org.kordamp.ikonli.feather.Feather;

/// One message: who, when, what; and what the host can do about it.
final class ChatRow extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault());

    ChatRow(ChatMessage message, ChatModel model) {
        getStyleClass().add("room-chat-row");
        boolean host = message.author() instanceof ChatMessage.Author.Host;
        pseudoClassStateChanged(States.HOST, host);
        Label author = Controls.label(name(message), Style.CHAT_AUTHOR);
        author.setMinWidth(0);
        Label time = Controls.label(TIME.format(message.at()), Style.SMALL_TEXT, Style.MUTED_TEXT);
        time.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(author, time, Controls.spring(), menu(message, model));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("room-chat-head");
        Label text = Controls.label(message.text(), Style.CHAT_TEXT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, text);
    }

    private static String name(ChatMessage message) {
        if (message.author() instanceof ChatMessage.Author.Host) {
            return Words.of("chat.you");
        }
        return message.name().isBlank() ? Words.of("viewers.unnamed") : message.name();
    }

    private static MenuButton menu(ChatMessage message, ChatModel model) {
        MenuButton menu = new MenuButton("", Controls.icon(Feather.MORE_HORIZONTAL));
        menu.getStyleClass().addAll(Style.ICON_BUTTON, "room-row-menu");
        Controls.name(menu, Words.of("chat.menu", name(message)));
        MenuItem show = new MenuItem(Words.of("chat.onScreen"), Controls.icon(Feather.CAST));
        show.setOnAction(_ -> model.putOnScreen(message));
        MenuItem delete = new MenuItem(Words.of("chat.delete"), Controls.icon(Feather.TRASH_2));
        delete.setOnAction(_ -> model.delete(message));
        menu.getItems().addAll(show, delete);
        if (message.author() instanceof ChatMessage.Author.Viewer viewer) {
            MenuItem mute = new MenuItem(Words.of("viewers.mute"), Controls.icon(Feather.VOLUME_X));
            mute.setOnAction(_ -> model.toggleMute(viewer.viewerId()));
            MenuItem remove = new MenuItem(Words.of("viewers.remove"), Controls.icon(Feather.USER_X));
            remove.setOnAction(_ -> model.remove(viewer.viewerId()));
            menu.getItems().addAll(mute, remove);
            menu.setOnShowing(
                    _ -> mute.setText(Words.of(model.isMuted(viewer.viewerId()) ? "viewers.unmute" : "viewers.mute")));
        }
        return menu;
    }
}
