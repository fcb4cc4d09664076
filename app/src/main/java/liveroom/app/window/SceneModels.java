package liveroom.app.window;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import liveroom.app.studio.Studio;
import liveroom.app.window.brand.BrandModel;
import liveroom.app.window.hotkey.HotkeysModel;
import liveroom.app.window.inspect.InspectorModel;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.rundown.RundownModel;
import liveroom.app.window.scene.DeskModel;
import liveroom.app.window.scene.HandsOnModel;
import liveroom.app.window.scene.LayersModel;
import liveroom.app.window.scene.ScenesModel;
import liveroom.app.window.scene.StillsModel;
import liveroom.app.window.share.ProducerModel;
import liveroom.capture.show.ShowCommand;

/// The view models of what is shown and how it is dressed, one each.
record SceneModels(
        HotkeysModel hotkeys,
        DeskModel desk,
        ScenesModel scenes,
        StillsModel stills,
        LayersModel layers,
        HandsOnModel hands,
        BrandModel brand,
        InspectorModel inspector,
        RundownModel rundown,
        ProducerModel producer) {

    static SceneModels of(WindowParts parts, ReadOnlyBooleanProperty onAir, Threads threads, Consumer<String> said) {
        Studio studio = parts.studio();
        DeskModel desk = new DeskModel(studio.desk(), said);
        LayersModel layers = new LayersModel(desk);
        BrandModel brand = new BrandModel(studio, desk, threads);
        return new SceneModels(
                new HotkeysModel(parts.settings()),
                desk,
                new ScenesModel(desk, onAir, parts.settings()),
                new StillsModel(studio.scenePictures(), desk, brand::kit, threads),
                layers,
                new HandsOnModel(desk, layers, () -> brand.kit().safeMargin()),
                brand,
                new InspectorModel(desk, layers, parts.settings()),
                new RundownModel(desk),
                new ProducerModel(studio, threads));
    }

    /// Puts a viewer's words on the picture that is on air.
    void putOnScreen(String author, String text) {
        desk.perform(new ShowCommand.PutComment(author, text));
    }
}
