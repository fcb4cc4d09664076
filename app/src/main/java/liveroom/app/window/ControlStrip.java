package liveroom.app.window;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.app.window.share.LinkCard;
import liveroom.app.window.show.ShowControls;
import liveroom.app.window.sound.SoundControls;
import liveroom.app.window.source.SourcePicker;
import liveroom.app.window.sync.SyncMeter;
import org.jspecify.annotations.Nullable;

/// Under the picture: sources, sound, sync, link, and the buttons that matter most.
final class ControlStrip extends HBox {
    /// Under this width there is no room for the link; the invitation has it.
    private static final double LINK_FROM = 1320;

    private final SoundControls sound;
    private final VBox linkCard;
    private final VBox syncCard;
    private final VBox sourceCard;
    private final VBox soundCard;
    private final ShowControls show;

    ControlStrip(WindowParts parts, Models models, Stage stage, StudioWindow.Actions actions, Runnable figures) {
        getStyleClass().add(Style.STRIP);
        Supplier<@Nullable Path> files = () -> parts.files().apply(stage);
        sound = new SoundControls(models.sound(), models.scenes().hotkeys());
        sourceCard =
                card("strip.sources", new SourcePicker(models.video(), files), new SourcePicker(models.audio(), files));
        soundCard = card("strip.sound", sound);
        SyncMeter sync = new SyncMeter(models.sync(), figures);
        Label syncTitle = Controls.label(Words.of("strip.sync"), Style.LABEL);
        syncTitle.setMinWidth(USE_PREF_SIZE);
        syncCard = card(new HBox(syncTitle, Controls.spring(), sync.verdict()), sync);
        linkCard = card("strip.link", new LinkCard(models.links(), actions.copier()));
        show = new ShowControls(models.show(), models.recording(), actions.pressShow(), actions.invite());
        sourceCard.setPrefWidth(232);
        soundCard.setPrefWidth(320);
        syncCard.setPrefWidth(288);
        linkCard.setPrefWidth(272);
        HBox.setHgrow(soundCard, Priority.ALWAYS);
        HBox.setHgrow(syncCard, Priority.ALWAYS);
        getChildren().addAll(sourceCard, soundCard, syncCard, linkCard, show);
    }

    private static VBox card(String key, Node... content) {
        return card(Controls.label(Words.of(key), Style.LABEL), content);
    }

    private static VBox card(Node head, Node... content) {
        VBox card = new VBox(head);
        card.getChildren().addAll(content);
        card.getStyleClass().addAll(Style.CARD, "room-strip-card");
        card.setMinWidth(0);
        return card;
    }

    /// Fits the strip to a window of this width.
    void fit(double windowWidth) {
        boolean narrow = windowWidth < 1200;
        Controls.present(linkCard, windowWidth >= LINK_FROM);
        sourceCard.setPrefWidth(narrow ? 200 : 232);
        sourceCard.setMinWidth(narrow ? 200 : 232);
        syncCard.setPrefWidth(narrow ? 232 : 288);
        soundCard.setPrefWidth(narrow ? 264 : 320);
        double showWidth = narrow ? 208 : 232;
        show.setMinWidth(showWidth);
        show.setPrefWidth(showWidth);
        show.setMaxWidth(showWidth);
    }

    void showMeters() {
        sound.show();
    }
}
