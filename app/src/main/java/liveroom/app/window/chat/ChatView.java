package liveroom.app.window.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.EmptyState;
import liveroom.app.window.kit.FxThread;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.transport.chat.ChatMessage;
import org.kordamp.ikonli.feather.Feather;

/// The conversation, newest at the bottom, and a line to write in. It follows the newest message unless the host has
/// scrolled up to read; then a button says how many have come since.
public final class ChatView extends VBox {
    private static final int SHOW_COUNT_FROM = 400;

    private final ChatModel model;
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final Map<Long, Node> rowById = new LinkedHashMap<>();
    private final TextField field = new TextField();
    private final Button send = Controls.iconButton("chat.send", Feather.SEND, this::say);
    private final Button newer = new Button();
    private final Label count = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private boolean following = true;
    private boolean watched;

    public ChatView(ChatModel model) {
        this.model = model;
        getStyleClass().add("room-chat");
        rows.getStyleClass().add(Style.CHAT_LIST);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setId("chat-messages");
        scroll.setAccessibleText(Words.of("chat.name"));
        newer.getStyleClass().add(Style.CHAT_NEW);
        newer.setOnAction(_ -> follow());
        Controls.hint(newer, Words.of("chat.newer.hint"));
        EmptyState empty = new EmptyState(Feather.MESSAGE_SQUARE, "chat.empty");
        StackPane middle = new StackPane(scroll, empty, newer);
        StackPane.setAlignment(newer, Pos.BOTTOM_CENTER);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(middle, writing());
        model.messages().subscribe(() -> {
            fill();
            Controls.present(empty, model.messages().isEmpty());
        });
        model.unread().subscribe(unread -> {
            Controls.present(newer, unread.intValue() > 0 && watched && !following);
            newer.setText(Words.of("chat.newer", unread));
        });
        scroll.vvalueProperty().subscribe(() -> {
            following = scroll.getVvalue() >= scroll.getVmax() - 1e-3
                    || rows.getHeight() <= scroll.getViewportBounds().getHeight();
            attend();
        });
        rows.heightProperty().subscribe(() -> {
            if (following) {
                FxThread.later(() -> scroll.setVvalue(scroll.getVmax()));
            }
        });
        fill();
        Controls.present(empty, model.messages().isEmpty());
    }

    /// Tells whether the conversation is before the host's eyes at all.
    public void watched(boolean newWatched) {
        watched = newWatched;
        attend();
    }

    /// Puts the keyboard where the host writes.
    public void takeKeyboard() {
        field.requestFocus();
    }

    private HBox writing() {
        field.setId("chat-field");
        field.setPromptText(Words.of("chat.prompt"));
        field.setTextFormatter(new TextFormatter<String>(
                change -> change.getControlNewText().length() <= ChatMessage.MAX_CHARACTERS ? change : null));
        field.setOnAction(_ -> say());
        Controls.name(field, Words.of("chat.field"));
        HBox.setHgrow(field, Priority.ALWAYS);
        send.setId("chat-send");
        send.disableProperty().bind(field.textProperty().map(String::isBlank));
        field.textProperty().subscribe(text -> {
            count.setText(Words.of("chat.left", ChatMessage.MAX_CHARACTERS - text.length()));
            Controls.present(count, text.length() >= SHOW_COUNT_FROM);
        });
        HBox line = new HBox(field, count, send);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("room-chat-writing");
        return line;
    }

    private void say() {
        if (model.say(field.getText())) {
            field.clear();
            follow();
        }
    }

    private void follow() {
        following = true;
        scroll.setVvalue(scroll.getVmax());
        attend();
    }

    private void attend() {
        model.attend(watched && following ? ChatModel.Attention.HERE : ChatModel.Attention.ELSEWHERE);
        Controls.present(newer, model.unread().get() > 0 && watched && !following);
    }

    private void fill() {
        rowById.keySet()
                .retainAll(model.messages().stream().map(ChatMessage::id).toList());
        for (ChatMessage message : model.messages()) {
            rowById.computeIfAbsent(message.id(), _ -> new ChatRow(message, model));
        }
        rows.getChildren().setAll(rowById.values());
    }
}
