package liveroom.capture.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import org.jspecify.annotations.Nullable;

/// One scene as it is drawn, picture by picture. Confined to the thread of its compositor.
final class SceneDrawing {
    private final String id;
    private final LayerItem.Studio studio;
    private final Area whole = new Area();
    private final Area expected = new Area();
    private final List<LayerItem> items = new ArrayList<>();
    private boolean onAir;

    SceneDrawing(Scene scene, BrandKit kit, LayerItem.Studio studio) {
        this.id = scene.id();
        this.studio = studio;
        this.whole.set(0, 0, studio.format().width(), studio.format().height());
        become(scene, kit);
    }

    String id() {
        return id;
    }

    /// The scene, or its kit, may have changed. Layers that are new come in as if they had been
    /// hidden before.
    void become(Scene scene, BrandKit kit) {
        Map<String, LayerItem> former = new HashMap<>();
        items.forEach(item -> former.put(item.id(), item));
        items.clear();
        for (Layer layer : scene.layers()) {
            LayerItem item = former.remove(layer.id());
            if (item == null) {
                item = new LayerItem(layer, kit, studio);
            } else {
                item.become(layer, kit);
            }
            if (!onAir) {
                item.rest();
            }
            items.add(item);
        }
        former.values().forEach(LayerItem::close);
    }

    /// Asks for all that the scene shows, before it is seen.
    void prepare(Moment moment) {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).request(moment);
        }
    }

    /// Whether all that the scene shows has been painted.
    boolean isReady() {
        return items.stream().allMatch(LayerItem::isReady);
    }

    /// Places all layers for this picture, and leaves out those of which nothing would be seen. To
    /// be followed by [#finish()].
    void arrange(Moment moment) {
        onAir = true;
        for (int i = 0; i < items.size(); i++) {
            items.get(i).arrange(moment);
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isDrawn() && !isSeen(i)) {
                items.get(i).skip();
            }
        }
    }

    private boolean isSeen(int index) {
        LayerItem item = items.get(index);
        for (int i = 0; i < item.partCount(); i++) {
            Area area = item.part(i).area();
            if (!item.part(i).isThere()) {
                item.expected(expected);
                area = expected;
            }
            if (area.touches(whole.right, whole.bottom) && !isHidden(area, index)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHidden(Area area, int index) {
        for (int above = index + 1; above < items.size(); above++) {
            if (items.get(above).isDrawn() && items.get(above).hides(area)) {
                return true;
            }
        }
        return false;
    }

    /// The one picture that this is, if it is one and drawn as it is; the caller borrows it.
    @Nullable
    VideoFrame untouched() {
        LayerItem only = null;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isDrawn()) {
                if (only != null) {
                    return null;
                }
                only = items.get(i);
            }
        }
        return only == null ? null : only.untouched();
    }

    /// @param behind everything
    void draw(Canvas canvas, Moment moment, Bt709.Yuv behind) {
        if (!isFilled()) {
            canvas.fill(behind);
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isDrawn()) {
                limit(canvas, i);
                items.get(i).draw(canvas, moment);
            }
        }
        canvas.limit(0, whole.bottom);
    }

    /// Spares the rows at the top and at the bottom that a layer above fills from edge to edge, as
    /// tickers do.
    private void limit(Canvas canvas, int index) {
        int top = 0;
        int bottom = whole.bottom;
        for (int above = index + 1; above < items.size(); above++) {
            LayerItem item = items.get(above);
            for (int i = 0; item.isDrawn() && i < item.partCount(); i++) {
                Area opaque = item.part(i).opaque();
                if (!opaque.isEmpty() && opaque.left <= 0 && opaque.right >= whole.right) {
                    top = opaque.top <= top ? Math.max(top, opaque.bottom) : top;
                    bottom = opaque.bottom >= bottom ? Math.min(bottom, opaque.top) : bottom;
                }
            }
        }
        canvas.limit(Math.min(top, bottom), bottom);
    }

    private boolean isFilled() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isDrawn()) {
                return items.get(i).hides(whole);
            }
        }
        return false;
    }

    /// Gives back what it took for this picture.
    void finish() {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).finish();
        }
    }

    /// It is not seen any more; when it is again, its layers are there from the beginning.
    void rest() {
        if (onAir) {
            onAir = false;
            items.forEach(LayerItem::rest);
        }
    }

    void close() {
        items.forEach(LayerItem::close);
        items.clear();
    }
}
