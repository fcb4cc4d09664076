package liveroom.app.window.brand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.app.window.scene.DeskModel;
import liveroom.app.window.scene.SceneStrip;
import liveroom.capture.brand.KitCard;
import liveroom.capture.brand.KitDraft.Purpose;
import org.kordamp.ikonli.feather.Feather;

/// The brand kits, listed each time the menu opens; the one that is chosen dresses the show at once. Below them what
/// can be done with kits.
public final class BrandMenu extends MenuButton {
    private static final double PROGRESS = 16;

    private final BrandModel model;
    private final FileDialogs files;
    private final Overlay overlay;

    /// A menu of the kits.
    ///
    /// @param overlay where kits are edited
    public BrandMenu(BrandModel model, DeskModel desk, FileDialogs files, Overlay overlay) {
        super("", Controls.icon(Feather.DROPLET));
        this.model = model;
        this.files = files;
        this.overlay = overlay;
        setId("brand");
        getStyleClass().addAll(Style.PICKER, "room-brand");
        setMnemonicParsing(false);
        setOnShowing(_ -> model.look());
        model.kits().subscribe(_ -> showKits());
        model.busy().subscribe(busy -> setGraphic(busy ? progress() : Controls.icon(Feather.DROPLET)));
        desk.state().subscribe(_ -> showKits());
        model.look();
    }

    private static ProgressIndicator progress() {
        ProgressIndicator progress = new ProgressIndicator();
        progress.setPrefSize(PROGRESS, PROGRESS);
        progress.setMaxSize(PROGRESS, PROGRESS);
        return progress;
    }

    private void showKits() {
        String chosen = model.chosenCard().map(KitCard::name).orElseGet(model::chosen);
        setText(chosen);
        Controls.hint(this, Words.of("brand.hint", chosen));
        setAccessibleText(Words.of("brand.name", chosen));
        fill(model.kits().get());
    }

    private void fill(List<KitCard> kits) {
        if (kits.isEmpty()) {
            MenuItem none = new MenuItem(Words.of("brand.looking"));
            none.setDisable(true);
            getItems().setAll(none);
            return;
        }
        List<MenuItem> items = new ArrayList<>();
        kits.forEach(kit -> items.add(kit.isUsable() ? item(kit, kits) : broken(kit)));
        MenuItem edit = SceneStrip.item("brand.edit", Feather.EDIT_2, () -> edit(Purpose.CHANGE));
        edit.setId("brand-edit");
        edit.setDisable(model.chosenCard()
                .filter(card -> card.origin() == KitCard.Origin.OWN)
                .isEmpty());
        MenuItem make = SceneStrip.item("brand.new", Feather.PLUS, () -> edit(Purpose.NEW));
        make.setId("brand-new");
        MenuItem export = SceneStrip.item("brand.export", Feather.DOWNLOAD, this::export);
        export.setId("brand-export");
        MenuItem bringIn = SceneStrip.item("brand.bringIn", Feather.FOLDER, this::bringIn);
        bringIn.setId("brand-bring-in");
        items.addAll(List.of(new SeparatorMenuItem(), edit, make, export, bringIn));
        getItems().setAll(items);
    }

    private MenuItem item(KitCard kit, List<KitCard> all) {
        boolean isAlone =
                all.stream().filter(other -> other.name().equals(kit.name())).count() == 1;
        RadioMenuItem item = new RadioMenuItem(isAlone ? kit.name() : Words.of("brand.twin", kit.name(), kit.brand()));
        item.setMnemonicParsing(false);
        item.setSelected(kit.brand().equals(model.chosen()));
        item.setOnAction(_ -> model.choose(kit.brand()));
        return item;
    }

    /// Says what is wrong where it is listed, and once more when it is chosen after all.
    private MenuItem broken(KitCard kit) {
        Label name = Controls.label(kit.name());
        name.setGraphic(Controls.icon(Feather.ALERT_TRIANGLE));
        Label why = Controls.label(kit.problem(), Style.SMALL_TEXT, Style.MUTED_TEXT);
        why.setWrapText(true);
        why.setMaxWidth(280);
        why.setPrefWidth(280);
        why.setMinHeight(USE_PREF_SIZE);
        VBox box = new VBox(name, why);
        box.getStyleClass().add("room-broken-kit");
        Controls.describe(box, Words.of("brand.broken", kit.name(), kit.problem()));
        CustomMenuItem item = new CustomMenuItem(box);
        item.setOnAction(_ -> model.explain(kit));
        return item;
    }

    private void edit(Purpose purpose) {
        model.edit(
                purpose,
                editor -> KitEditor.open(editor, overlay, files, kept -> {
                    model.choose(kept);
                    model.say(Words.of("brand.kept"));
                }));
    }

    private void export() {
        String name = model.kit().name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        Path file = files.toWrite().apply(name + ".zip");
        if (file != null) {
            model.export(file);
        }
    }

    private void bringIn() {
        Path file = files.toRead().get();
        if (file != null) {
            model.bringIn(file);
        }
    }
}
