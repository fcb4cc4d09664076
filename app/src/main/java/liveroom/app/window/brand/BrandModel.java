package liveroom.app.window.brand;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.studio.Studio;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.kit.Words;
import liveroom.app.window.scene.DeskModel;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.KitCard;
import liveroom.capture.brand.KitDraft;
import liveroom.capture.show.ShowCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The brand kits to choose from, and the one that dresses the show.
///
/// Confined to the JavaFX thread; what takes as long as the disk is done in the background, one thing at a time.
public final class BrandModel {
    private static final Logger LOG = LoggerFactory.getLogger(BrandModel.class);

    private static final String MAIN_FILE = "brand.json";

    private final Studio studio;
    private final DeskModel desk;
    private final Threads threads;
    private final ReadOnlyObjectWrapper<List<KitCard>> kits = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

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
                List<KitCard> found = studio.kits().list();
                threads.fxThread().execute(() -> kits.set(found));
            } catch (RuntimeException e) {
                LOG.warn("The brand kits could not be listed", e);
            }
        });
    }

    /// Takes a kit into the host's own, and dresses the show in it; says why if that cannot be.
    ///
    /// @param file a `.zip`, or the `brand.json` of a folder
    public void bringIn(Path file) {
        Path folder = file.endsWith(MAIN_FILE) ? file.toAbsolutePath().getParent() : null;
        work(() -> studio.kits().bringIn(folder == null ? file : folder), this::choose);
    }

    /// Writes the kit that dresses the show to a `.zip`.
    ///
    /// @param file `.zip` is added to a name without
    public void export(Path file) {
        String name = String.valueOf(file.getFileName());
        Path zip = name.endsWith(".zip") ? file : file.resolveSibling(name + ".zip");
        work(
                () -> {
                    studio.kits().export(zip);
                    return String.valueOf(zip.getFileName());
                },
                written -> desk.say(Words.of("brand.exported", written)));
    }

    /// Begins to make a kit.
    ///
    /// @param opened is given the model of the editor, which it closes in the end
    void edit(KitDraft.Purpose purpose, Consumer<KitEditorModel> opened) {
        work(
                () -> studio.kits().draft(purpose),
                draft -> opened.accept(new KitEditorModel(studio.kits(), draft, threads)));
    }

    private <T> void work(Work<T> work, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        threads.background().execute(() -> {
            try {
                T result = work.run();
                threads.fxThread().execute(() -> done.accept(result));
            } catch (BrandException e) {
                threads.fxThread().execute(() -> desk.say(e.sentence()));
            } finally {
                threads.fxThread().execute(() -> busy.set(false));
            }
        });
    }

    /// What takes as long as the disk does.
    interface Work<T> {
        T run() throws BrandException;
    }

    /// The kits that were found last.
    public ReadOnlyObjectProperty<List<KitCard>> kits() {
        return kits.getReadOnlyProperty();
    }

    /// Whether a kit is being read or written right now.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// The one that dresses the show, as the show names it.
    public String chosen() {
        return desk.now().show().brand();
    }

    /// The same as it was found last.
    Optional<KitCard> chosenCard() {
        return kits.get().stream().filter(card -> card.brand().equals(chosen())).findFirst();
    }

    public void choose(String kit) {
        if (!kit.equals(chosen())) {
            desk.perform(new ShowCommand.SetBrand(kit));
        }
        look();
    }

    /// Says why a kit cannot be used.
    void explain(KitCard card) {
        desk.say(card.problem());
    }

    void say(String sentence) {
        desk.say(sentence);
    }

    /// The one that dresses the show, whole.
    public BrandKit kit() {
        return studio.kit();
    }
}
