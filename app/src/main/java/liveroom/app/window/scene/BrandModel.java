package liveroom.app.window.scene;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.studio.Studio;
import liveroom.app.window.kit.Threads;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.show.ShowCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The brand kits to choose from, and the one that dresses the show.
///
/// Confined to the JavaFX thread, but for the listing of kits.
public final class BrandModel {
    private static final Logger LOG = LoggerFactory.getLogger(BrandModel.class);

    private static final String MAIN_FILE = "brand.json";

    private final Studio studio;
    private final DeskModel desk;
    private final Threads threads;
    private final ReadOnlyObjectWrapper<List<String>> kits = new ReadOnlyObjectWrapper<>(List.of());

    /// A model of the studio's kits; [#look()] lists them.
    public BrandModel(Studio studio, DeskModel desk, Threads threads) {
        this.studio = studio;
        this.desk = desk;
        this.threads = threads;
    }

    /// Lists the kits anew, in the background.
    public void look() {
        threads.background().execute(() -> {
            try {
                List<String> found = studio.kits();
                threads.fxThread().execute(() -> kits.set(found));
            } catch (RuntimeException e) {
                LOG.warn("The brand kits could not be listed", e);
            }
        });
    }

    /// Takes a kit into the host's own, in the background, and dresses the show in it; says why if that cannot be.
    ///
    /// @param file a `.zip`, or the `brand.json` of a folder
    public void bringIn(Path file) {
        Path folder = file.endsWith(MAIN_FILE) ? file.toAbsolutePath().getParent() : null;
        threads.background().execute(() -> {
            try {
                String name = studio.bringInKit(folder == null ? file : folder);
                threads.fxThread().execute(() -> choose(name));
            } catch (BrandException e) {
                threads.fxThread().execute(() -> desk.say(e.sentence()));
            }
        });
    }

    /// The kits that were found last, as the show names them.
    public ReadOnlyObjectProperty<List<String>> kits() {
        return kits.getReadOnlyProperty();
    }

    /// The one that dresses the show, as the show names it.
    public String chosen() {
        return desk.now().show().brand();
    }

    public void choose(String kit) {
        if (!kit.equals(chosen())) {
            desk.perform(new ShowCommand.SetBrand(kit));
        }
    }

    /// The one that dresses the show, whole.
    public BrandKit kit() {
        return studio.kit();
    }
}
