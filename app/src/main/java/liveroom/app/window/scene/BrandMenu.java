package liveroom.app.window.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The brand kits, listed each time the menu opens; the one that is chosen dresses the show at once.
public final class BrandMenu extends MenuButton {
    private final BrandModel model;
    private final Supplier<@Nullable Path> files;

    /// A menu of the kits.
    ///
    /// @param files asks the host for a file; `null` if there is none after all
    public BrandMenu(BrandModel model, DeskModel desk, Supplier<@Nullable Path> files) {
        super("", Controls.icon(Feather.DROPLET));
        this.model = model;
        this.files = files;
        setId("brand");
        getStyleClass().addAll(Style.PICKER, "room-brand");
        setMnemonicParsing(false);
        setOnShowing(_ -> model.look());
        model.kits().subscribe(this::fill);
        desk.state().subscribe(_ -> showChosen());
    }

    private void showChosen() {
        setText(name(model.chosen()));
        Controls.hint(this, Words.of("brand.hint", name(model.chosen())));
        setAccessibleText(Words.of("brand.name", name(model.chosen())));
        fill(model.kits().get());
    }

    private void fill(List<String> kits) {
        if (kits.isEmpty()) {
            MenuItem none = new MenuItem(Words.of("brand.looking"));
            none.setDisable(true);
            getItems().setAll(none);
            return;
        }
        getItems().setAll(kits.stream().map(this::item).toList());
        getItems().addAll(new SeparatorMenuItem(), SceneStrip.item("brand.bringIn", Feather.FOLDER, this::bringIn));
    }

    private void bringIn() {
        Path file = files.get();
        if (file != null) {
            model.bringIn(file);
        }
    }

    private MenuItem item(String kit) {
        RadioMenuItem item = new RadioMenuItem(name(kit));
        item.setMnemonicParsing(false);
        item.setSelected(kit.equals(model.chosen()));
        item.setOnAction(_ -> model.choose(kit));
        return item;
    }

    /// A kit in a folder or archive is called as that is.
    private static String name(String kit) {
        Path file = kit.contains("/") || kit.contains("\\") ? Path.of(kit).getFileName() : null;
        return file == null ? kit : file.toString();
    }
}
