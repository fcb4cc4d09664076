package liveroom.app.window.inspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.scene.Content;
import liveroom.capture.source.Device;
import liveroom.capture.source.DeviceList;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What helps to fill a field: files, the sources of this machine, the brand's colours.
///
/// @param devices may take a second, and is called in the background
/// @param files asks the host for a file; `null` if there is none after all
public record Pickers(
        Supplier<DeviceList> devices, Supplier<@Nullable Path> files, Threads threads, Supplier<BrandKit> kit) {
    Button file(String name, Consumer<String> chosen) {
        Button button = Controls.iconButton("inspect.browse", Feather.FOLDER, () -> {
            Path path = files.get();
            if (path != null) {
                chosen.accept(path.toAbsolutePath().toString());
            }
        });
        button.setAccessibleText(Words.of("inspect.browse.name", name));
        return button;
    }

    MenuButton source(Consumer<String> chosen) {
        MenuButton menu = new MenuButton("", Controls.icon(Feather.CHEVRON_DOWN));
        menu.getStyleClass().add(Style.ICON_BUTTON);
        menu.setId("field-source-menu");
        Controls.name(menu, Words.of("inspect.source.menu"));
        menu.getItems().setAll(items(List.of(), chosen));
        menu.setOnShowing(_ -> threads.background().execute(() -> {
            DeviceList found = devices.get();
            List<Device> all = new ArrayList<>(found.cameras());
            all.addAll(found.screens());
            threads.fxThread().execute(() -> menu.getItems().setAll(items(all, chosen)));
        }));
        return menu;
    }

    private List<MenuItem> items(List<Device> found, Consumer<String> chosen) {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(Words.of("inspect.source.main"), () -> chosen.accept(Content.Source.MAIN)));
        for (Device device : found) {
            items.add(item(device.humanName(), () -> chosen.accept(device.spec().text())));
        }
        items.add(new SeparatorMenuItem());
        items.add(item(Words.of("inspect.source.file"), () -> {
            Path path = files.get();
            if (path != null) {
                chosen.accept("file:" + path.toAbsolutePath());
            }
        }));
        items.add(item(Words.of("inspect.source.test"), () -> chosen.accept("test")));
        return items;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
