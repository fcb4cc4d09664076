package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.DressOptions;
import liveroom.app.studio.StudioPipeline;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.FramePool;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.show.ShowCommand;

/// The real window on the real studio, with kits in a home of its own. What is on air is all in the kit's primary
/// colour.
final class KitStudio implements AutoCloseable {
    final StudioPipeline studio;
    final WindowHarness window;

    private KitStudio(StudioPipeline studio, WindowHarness window) {
        this.studio = studio;
        this.window = window;
    }

    static KitStudio open(Path home, Settings.Look look) throws Exception {
        StudioHome where = StudioHome.of(Optional.of(home));
        Settings fresh = Settings.fresh(where);
        Settings settings = fresh.withInputs(new Settings.Inputs("none", "none", 0))
                .withNetwork(fresh.network().withPort(0))
                .withHttps(fresh.https().withPort(0))
                .withRoom(RoomPass.generate("Ana live"));
        StudioPipeline studio = StudioPipeline.open(settings, DressOptions.unsaved(where), List.of(), _ -> {});
        Paint primary = new Paint.Role(ColourRole.PRIMARY);
        Scene onAir = studio.desk().state().program();
        studio.desk()
                .perform(
                        new ShowCommand.AddLayer(
                                onAir.id(),
                                Layer.of("all", "All", new Content.Background(primary, primary, 0, ""), Placement.FULL),
                                onAir.layers().size()),
                        "test");
        WindowHarness window = WindowHarness.open(studio, new FakeDevices(), home, look, "Ana live");
        KitStudio opened = new KitStudio(studio, window);
        window.await(
                "the program is shown",
                () -> window.showsPicture() && opened.isOnAir(studio.kit().colour(ColourRole.PRIMARY)));
        return opened;
    }

    static KitStudio open(Path home) throws Exception {
        return open(home, new Settings.Look(Settings.Theme.DARK, 1280, 800));
    }

    String brand() {
        return studio.desk().state().show().brand();
    }

    /// Whether the show has that kit, and it has been read.
    boolean wears(String brand) {
        return brand().equals(brand) && kit().folder().endsWith(brand);
    }

    BrandKit kit() {
        return studio.kit();
    }

    /// Whether the program's picture is of this colour, as far as coding leaves it. JavaFX thread.
    boolean isOnAir(int rgb) {
        int[] row = window.previewRow();
        return isLike(row[row.length / 2], rgb);
    }

    private static boolean isLike(int one, int other) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > 12) {
                return false;
            }
        }
        return true;
    }

    /// How many pixels of a picture in the window are of this colour. JavaFX thread.
    int count(String id, int rgb) {
        Image image = window.find(id, ImageView.class).getImage();
        int count = 0;
        for (int y = 0; image != null && y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                count += isLike(image.getPixelReader().getArgb(x, y), rgb) ? 1 : 0;
            }
        }
        return count;
    }

    /// The lines of the menu of kits, as they were listed last. JavaFX thread.
    List<MenuItem> lines() {
        return window.find("brand", MenuButton.class).getItems();
    }

    /// Opens the menu with the mouse, waits until the kits are listed, and chooses a line.
    void choose(String id) {
        window.click("brand");
        window.await(
                id + " can be chosen",
                () -> line(id).filter(line -> !line.isDisable()).isPresent());
        WindowHarness.onFx(() -> {
            line(id).orElseThrow().fire();
            window.find("brand", MenuButton.class).hide();
            return true;
        });
    }

    private Optional<MenuItem> line(String idOrText) {
        return lines().stream()
                .filter(line ->
                        Set.of(idOrText).contains(String.valueOf(line.getId())) || idOrText.equals(line.getText()))
                .findFirst();
    }

    /// Opens the editor by the menu, and waits until the kit has been drawn.
    void edit(String id) {
        choose(id);
        window.await("the editor is open", () -> window.shows("kit-editor"));
        window.await(
                "the specimen is drawn",
                () -> window.find("kit-specimen", ImageView.class).getImage() != null);
        window.await(
                "it has the keyboard",
                () -> window.find("kit-name", TextField.class).isFocused());
    }

    @Override
    public void close() {
        window.close();
        studio.close();
        assertThat(FramePool.lentByAll()).isZero();
    }
}
