package liveroom.app.window.scene;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import liveroom.app.studio.ScenePictures;
import liveroom.app.studio.StudioSnapshot.Input;
import liveroom.app.window.kit.Threads;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the scenes of the show look like, small. Whenever a scene, the kit or the main picture has become another, its
/// still is made anew in the background, and now and then without a reason; never more than one at a time.
///
/// Confined to the JavaFX thread.
public final class StillsModel {
    private static final Logger LOG = LoggerFactory.getLogger(StillsModel.class);
    private static final long OLD_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ScenePictures pictures;
    private final DeskModel desk;
    private final Supplier<BrandKit> kit;
    private final Threads threads;
    private final ObservableMap<String, Still> stills = FXCollections.observableHashMap();
    private final Map<String, Asked> asked = new HashMap<>();
    private @Nullable Input main;
    private boolean making;

    /// What a still was asked for of, and when.
    private record Asked(
            Scene scene, BrandKit kit, @Nullable Input main, long nanos) {}

    /// @param kit that dresses the show
    public StillsModel(ScenePictures pictures, DeskModel desk, Supplier<BrandKit> kit, Threads threads) {
        this.pictures = pictures;
        this.desk = desk;
        this.kit = kit;
        this.threads = threads;
    }

    /// The stills that there are, by their scenes' identifiers.
    public ObservableMap<String, Still> stills() {
        return stills;
    }

    /// Has the most urgent still made, if one is due. To be called now and then while somebody can see the stills.
    public void look(Input newMain, long nowNanos) {
        main = newMain;
        Map<String, Scene> scenes = new HashMap<>();
        desk.now().show().scenes().forEach(scene -> scenes.put(scene.id(), scene));
        asked.keySet().retainAll(scenes.keySet());
        stills.keySet().retainAll(scenes.keySet());
        next(nowNanos);
    }

    private void next(long nowNanos) {
        if (making) {
            return;
        }
        Optional<Scene> due = unseen().or(this::changed).or(() -> old(nowNanos));
        due.ifPresent(scene -> make(scene, nowNanos));
    }

    private Optional<Scene> unseen() {
        return desk.now().show().scenes().stream()
                .filter(scene -> !asked.containsKey(scene.id()))
                .findFirst();
    }

    private Optional<Scene> changed() {
        BrandKit now = kit.get();
        return desk.now().show().scenes().stream()
                .filter(scene -> {
                    Asked before = asked.get(scene.id());
                    return before != null && !before.equals(new Asked(scene, now, main, before.nanos()));
                })
                .findFirst();
    }

    private Optional<Scene> old(long nowNanos) {
        return asked.values().stream()
                .min(Comparator.comparingLong(Asked::nanos))
                .filter(oldest -> nowNanos - oldest.nanos() >= OLD_NANOS)
                .map(Asked::scene);
    }

    private void make(Scene scene, long nowNanos) {
        making = true;
        asked.put(scene.id(), new Asked(scene, kit.get(), main, nowNanos));
        threads.background().execute(() -> {
            Optional<Still> made = made(scene.id());
            threads.fxThread().execute(() -> {
                making = false;
                if (asked.containsKey(scene.id())) {
                    made.ifPresent(still -> stills.put(scene.id(), still));
                }
                // The first ones follow each other; what changes while somebody works on it waits for the next look.
                unseen().ifPresent(_ -> next(nowNanos));
            });
        });
    }

    private Optional<Still> made(String sceneId) {
        try {
            return pictures.jpegOf(sceneId).flatMap(Still::of);
        } catch (RuntimeException e) {
            LOG.warn("A still of a scene could not be made", e);
            return Optional.empty();
        }
    }
}
