package liveroom.capture.compose;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.graphics.LayerPainter;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;

/// The graphics of the program and of its preview, each painted once for both, and kept while one
/// of them holds it. Free-threaded. The executor that was handed in does the painting, and is
/// closed by whoever made it: what it has not painted by then is never shown.
public final class Paintings {
    private final Graphic.Workshop workshop;
    private final Map<Graphic.Key, Graphic> held = new HashMap<>();

    /// @param executor may take its time, and may hang: pictures go on with what is there
    public Paintings(LayerPainter painter, VideoFormat format, Executor executor, InstantSource time) {
        this.workshop = new Graphic.Workshop(painter, format, executor, time);
    }

    VideoFormat format() {
        return workshop.format();
    }

    long wallMillis() {
        return workshop.time().millis();
    }

    /// What could not be painted as asked, a sentence each.
    public synchronized List<String> complaints() {
        return held.values().stream()
                .map(Graphic::complaint)
                .filter(complaint -> !complaint.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// Whoever takes one gives it back by [#drop].
    synchronized Graphic take(Layer layer, BrandKit kit) {
        Graphic.Key key = new Graphic.Key(looks(layer), kit);
        Graphic graphic = held.computeIfAbsent(key, wanted -> new Graphic(wanted, workshop));
        graphic.held();
        return graphic;
    }

    synchronized void drop(Graphic graphic) {
        if (graphic.dropped()) {
            Objects.requireNonNull(held.remove(graphic.key()));
        }
    }

    synchronized int size() {
        return held.size();
    }

    /// Whether the two are painted alike.
    static boolean alike(Layer one, Layer other) {
        return looks(one).equals(looks(other));
    }

    /// The layer without what painting does not depend on.
    private static Layer looks(Layer layer) {
        return new Layer(
                layer.id(),
                "",
                layer.content(),
                layer.placement(),
                layer.look().withOpacity(1).withBlend(Look.Blend.NORMAL),
                Animation.CUT,
                Animation.CUT,
                true,
                false);
    }
}
