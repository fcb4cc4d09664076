package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.StudioPipeline;
import liveroom.capture.brand.KitCard;
import liveroom.capture.media.FramePool;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Brand kits in the real window on the real studio: made, changed, taken back, passed on.
@Timeout(240)
class KitEditorTest {
    private static final String SQUARE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 10\"><path fill=\"#ff00ff\" d=\"M0 0h40v10H0z\"/></svg>";

    @TempDir
    Path home = Path.of("");

    private StudioPipeline studio;
    private WindowHarness window;

    @BeforeEach
    void open() throws Exception {
        Settings fresh = Settings.fresh(StudioHome.of(Optional.of(home)));
        studio = StudioPipeline.open(
                fresh.withInputs(new Settings.Inputs("none", "none", 0))
                        .withNetwork(fresh.network().withPort(0))
                        .withRoom(RoomPass.generate("Ana live")),
                _ -> {});
        // What is on air is the brand's primary colour.
        Paint primary = new Paint.Role(ColourRole.PRIMARY);
        studio.desk()
                .perform(
                        new ShowCommand.AddLayer(
                                studio.desk().state().program().id(),
                                Layer.of("back", "Back", new Content.Background(primary, primary, 0, ""), Placement.FULL),
                                0),
                        "test");
        window = WindowHarness.open(
                studio, new FakeDevices(), home, new Settings.Look(Settings.Theme.DARK, 1280, 800), "Ana live");
    }

    @AfterEach
    void close() {
        window.close();
        studio.close();
        assertThat(FramePool.lentByAll()).isZero();
    }
}
