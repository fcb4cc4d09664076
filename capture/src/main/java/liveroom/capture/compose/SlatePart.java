package liveroom.capture.compose;

import java.util.ArrayList;
import java.util.List;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;

/// What stands in a source's box while it has no picture: the layer's name and what is the matter,
/// in the brand's colours. Draws nothing otherwise.
final class SlatePart implements Part {
    /// A box that is smaller, as a fraction of the picture, has room for no words.
    private static final double SMALLEST = 0.12;

    /// Sizes of letters: of the box's shorter side, and at least of the picture's height.
    private static final double NAME_SIZE = 0.13;

    private static final double NAME_LEAST = 0.045;
    private static final double WORDS_SIZE = 0.08;
    private static final double WORDS_LEAST = 0.035;
    private static final Paint INK = new Paint.Role(ColourRole.ON_BACKGROUND);

    private final String source;
    private final Layer layer;
    private final BrandKit kit;
    private final LayerItem.Studio studio;
    private final List<GraphicPart> graphics = new ArrayList<>();
    private final Area nowhere = new Area();
    private String words = "";

    SlatePart(String source, Layer layer, BrandKit kit, LayerItem.Studio studio) {
        this.source = source;
        this.layer = layer;
        this.kit = kit;
        this.studio = studio;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    /// Whether all that is to be read has been painted.
    boolean isPainted() {
        return graphics.stream().allMatch(GraphicPart::isThere);
    }

    @Override
    public void request(Moment moment) {
        follow();
        for (int i = 0; i < graphics.size(); i++) {
            graphics.get(i).request(moment);
        }
    }

    @Override
    public void arrange(Moment moment, Pose pose) {
        follow();
        for (int i = 0; i < graphics.size(); i++) {
            graphics.get(i).arrange(moment, pose);
        }
    }

    private void follow() {
        String now = studio.feeds().words(source);
        if (!now.equals(words)) {
            words = now;
            write();
        }
    }

    private void write() {
        List<GraphicPart> former = List.copyOf(graphics);
        graphics.clear();
        if (!words.isEmpty()) {
            List<Layer> layers = layers();
            for (int i = 0; i < layers.size(); i++) {
                GraphicPart before = i < former.size() ? former.get(i) : null;
                Graphic graphic = studio.paintings().take(layers.get(i), kit);
                graphics.add(new GraphicPart(graphic, studio.paintings(), before));
            }
        }
        former.forEach(GraphicPart::close);
    }

    private List<Layer> layers() {
        Box box = layer.placement().box();
        Paint.Role back = new Paint.Role(ColourRole.BACKGROUND);
        Content ground = new Content.Background(back, new Paint.Role(ColourRole.SURFACE), 60, "");
        Layer plate = Layer.of(layer.id() + "-slate", "", ground, Placement.of(box))
                .withLook(Look.PLAIN.withCornerRadius(layer.look().cornerRadius()));
        if (box.width() < SMALLEST || box.height() < SMALLEST) {
            return List.of(plate);
        }
        VideoFormat format = studio.format();
        double side = Math.min(box.height(), box.width() * format.width() / format.height());
        double nameSize = Math.clamp(NAME_SIZE * side, NAME_LEAST, 1.0);
        double wordsSize = Math.clamp(WORDS_SIZE * side, WORDS_LEAST, 1.0);
        double middle = box.y() + box.height() / 2;
        return List.of(
                plate,
                line("-slate-name", layer.name(), Content.FontRole.HEADING, nameSize, middle - 1.25 * nameSize),
                line("-slate-words", words, Content.FontRole.BODY, wordsSize, middle + 0.3 * wordsSize));
    }

    private Layer line(String suffix, String text, Content.FontRole font, double size, double top) {
        Box box = layer.placement().box();
        Content line = new Content.Text(text, font, size, INK, Content.Align.CENTRE);
        Box place = new Box(box.x() + 0.06 * box.width(), top, 0.88 * box.width(), 1.4 * size);
        return Layer.of(layer.id() + suffix, "", line, Placement.of(place));
    }

    @Override
    public Area area() {
        return graphics.isEmpty() ? nowhere : graphics.getFirst().area();
    }

    @Override
    public Area opaque() {
        return graphics.isEmpty() ? nowhere : graphics.getFirst().opaque();
    }

    @Override
    public void draw(Canvas canvas) {
        for (int i = 0; i < graphics.size(); i++) {
            graphics.get(i).draw(canvas);
        }
    }

    @Override
    public void finish() {
        for (int i = 0; i < graphics.size(); i++) {
            graphics.get(i).finish();
        }
    }

    @Override
    public void close() {
        graphics.forEach(GraphicPart::close);
        graphics.clear();
    }
}
