package liveroom.capture.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import org.jspecify.annotations.Nullable;

/// One layer of a scene as it is drawn: its parts, all of which move together. Confined to the
/// thread of its compositor.
final class LayerItem {
    private static final int BLACK = 0xff000000;

    private final Studio studio;
    private final Motion motion = new Motion();
    private final Pose pose = new Pose();
    private final List<Part> parts = new ArrayList<>();
    private Layer layer;
    private BrandKit kit;
    private double margin;
    private boolean drawn;

    /// Where layers get what they are made of.
    record Studio(Paintings paintings, Feeds feeds) {
        VideoFormat format() {
            return paintings.format();
        }
    }

    LayerItem(Layer layer, BrandKit kit, Studio studio) {
        this.studio = studio;
        this.layer = layer;
        this.kit = kit;
        build();
    }

    String id() {
        return layer.id();
    }

    /// The layer is there or not from the beginning; nothing moves.
    void rest() {
        motion.rest(layer.shown());
    }

    /// The layer, or its kit, may have changed.
    void become(Layer newLayer, BrandKit newKit) {
        boolean alike = newKit.equals(kit) && Paintings.alike(newLayer, layer);
        layer = newLayer;
        kit = newKit;
        if (!alike) {
            build();
        }
    }

    private void build() {
        List<Part> former = List.copyOf(parts);
        parts.clear();
        margin = layer.look().shadow().blur() * 2 + layer.look().shadow().drop();
        String source = Footage.of(layer.content(), kit);
        switch (layer.content()) {
            case Content.Source moving -> {
                Content.Key key = moving.key();
                if (layer.look().shadow().opacity() > 0 && layer.look().opacity() == 1 && !key.isOn()) {
                    addGraphic(shadow(), former);
                }
                parts.add(new MovingPart(source, layer, key, studio.format(), studio.feeds()));
                if (!source.equals(Content.Source.MAIN)) {
                    parts.add(new SlatePart(source, layer, kit, studio));
                }
                if (layer.look().border().width() > 0) {
                    addGraphic(layer, former);
                }
            }
            case Content.Background background
            when !source.isEmpty() -> {
                addGraphic(layer.withContent(withoutPath(background)), former);
                parts.add(new MovingPart(source, layer, Content.Key.NONE, studio.format(), studio.feeds()));
            }
            default -> addGraphic(layer, former);
        }
        former.forEach(Part::close);
    }

    private static Content withoutPath(Content.Background background) {
        return new Content.Background(background.from(), background.to(), background.degrees(), "");
    }

    /// A plain shape where the moving picture is; all that is seen of it is its shadow.
    private Layer shadow() {
        Content.Shape shape = new Content.Shape(Content.Outline.RECTANGLE, new Paint.Fixed(BLACK));
        return layer.withContent(shape).withLook(layer.look().withBorder(Look.Border.NONE));
    }

    private void addGraphic(Layer painted, List<Part> former) {
        GraphicPart before = null;
        for (Part part : former) {
            if (part instanceof GraphicPart graphic && sameKind(graphic, painted)) {
                before = graphic;
            }
        }
        Paintings paintings = studio.paintings();
        parts.add(new GraphicPart(paintings.take(painted, kit), paintings, before));
    }

    private static boolean sameKind(GraphicPart part, Layer painted) {
        return Objects.equals(
                part.graphic().key().layer().content().getClass(),
                painted.content().getClass());
    }

    /// Asks for what the layer shows, so that it is there when it is wanted.
    void request(Moment moment) {
        if (layer.shown()) {
            parts.forEach(part -> part.request(moment));
        }
    }

    /// Takes its place for this picture.
    void arrange(Moment moment) {
        boolean waits = layer.shown() && !motion.visible() && !isThere();
        if (waits) {
            request(moment);
        }
        motion.move(layer, kit.motion().stretch(), moment.ptsNanos());
        if (waits) {
            motion.hold(moment.ptsNanos());
        }
        drawn = motion.visible();
        if (drawn) {
            pose.set(layer, motion, studio.format(), margin);
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).arrange(moment, pose);
            }
        }
    }

    /// Whether all that it shows has been painted.
    boolean isReady() {
        return !layer.shown() || (isThere() && parts.stream().allMatch(LayerItem::isPainted));
    }

    private static boolean isPainted(Part part) {
        return !(part instanceof SlatePart slate) || slate.isPainted();
    }

    private boolean isThere() {
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isThere()) {
                return false;
            }
        }
        return true;
    }

    boolean isDrawn() {
        return drawn;
    }

    /// Leaves the layer out of this picture, since nothing of it would be seen.
    void skip() {
        drawn = false;
    }

    /// Whether a part of this hides all of `area`.
    boolean hides(Area area) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i)
                    .opaque()
                    .covers(area, studio.format().width(), studio.format().height())) {
                return true;
            }
        }
        return false;
    }

    int partCount() {
        return parts.size();
    }

    Part part(int index) {
        return parts.get(index);
    }

    /// Where the layer will draw, before it has been painted: its box.
    void expected(Area area) {
        VideoFormat format = studio.format();
        var box = layer.placement().box();
        int room = Pose.even(margin * format.height() + 2);
        area.set(
                Pose.even(box.x() * format.width()) + pose.dx - room,
                Pose.even(box.y() * format.height()) + pose.dy - room,
                Pose.even(box.width() * format.width()) + 2 * room,
                Pose.even(box.height() * format.height()) + 2 * room);
    }

    /// The picture of a source, if it is all that this layer draws and is drawn as it is; the
    /// caller borrows it.
    @Nullable
    VideoFrame untouched() {
        for (int i = 1; i < parts.size(); i++) {
            if (!(parts.get(i) instanceof SlatePart slate) || !slate.area().isEmpty()) {
                return null;
            }
        }
        return !parts.isEmpty() && parts.getFirst() instanceof MovingPart moving ? moving.untouched() : null;
    }

    void draw(Canvas canvas, Moment moment) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).request(moment);
            parts.get(i).draw(canvas);
        }
    }

    /// Gives back what it took for this picture.
    void finish() {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).finish();
        }
    }

    void close() {
        parts.forEach(Part::close);
        parts.clear();
    }
}
