package liveroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.BrandKitReader;
import liveroom.capture.brand.StudioFonts;
import liveroom.capture.graphics.BrandPainter;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;

/// How long drawing a layer of each kind takes, in a shipped kit, at 720p, with a shadow: the first
/// time, when fonts and pictures are opened, and the median of many.
final class PaintBench {
    private static final VideoFormat FORMAT = new VideoFormat(1280, 720);
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 100;

    private PaintBench() {}

    static List<Figure> run() {
        try {
            BrandKit kit = BrandKitReader.readFolder(Path.of("assets", "kits", "nocturne"));
            BrandPainter painter = new BrandPainter(new StudioFonts(Path.of("assets", "fonts")));
            List<Figure> figures = new ArrayList<>();
            layers().forEach((name, layer) -> {
                double first = millis(painter, layer, kit, 0);
                for (int i = 1; i < WARM_UP; i++) {
                    millis(painter, layer, kit, i);
                }
                List<Double> times = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    times.add(millis(painter, layer, kit, WARM_UP + i));
                }
                figures.add(Figure.of("paint " + name + ", first", first, "ms"));
                figures.add(Figure.of("paint " + name + ", median", new Percentiles(times).at(50), "ms"));
            });
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BrandException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Each time a second later, so that clocks have something new to show. In time of the processor, which others on
    /// the machine do not lengthen.
    private static double millis(BrandPainter painter, Layer layer, BrandKit kit, int second) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long from = threads.getCurrentThreadCpuTime();
        painter.paint(layer, kit, FORMAT, START.plusSeconds(second));
        return (threads.getCurrentThreadCpuTime() - from) / 1e6;
    }

    private static Map<String, Layer> layers() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        Paint text = new Paint.Role(ColourRole.ON_BACKGROUND);
        Paint back = new Paint.Role(ColourRole.BACKGROUND);
        Paint brand = new Paint.Role(ColourRole.PRIMARY);
        long end = START.plusSeconds(3600).toEpochMilli();
        put(layers, "logo", new Content.Image("kit:logo"), new Box(0.86, 0.06, 0.1, 0.1));
        put(layers, "text", new Content.Text("Spring collection", FontRole.HEADING, 0.1, text, Align.LEFT), top(0.5));
        put(layers, "lower third", new Content.LowerThird("Mira Okafor", "Founder"), new Box(0.05, 0.74, 0.42, 0.16));
        put(layers, "ticker", new Content.Ticker(List.of("Free delivery", "全场包邮"), 6), new Box(0, 0.92, 1, 0.08));
        put(
                layers,
                "clock",
                new Content.Clock("Berlin", "Europe/Berlin", Content.ClockStyle.HOURS_MINUTES_SECONDS),
                top(0.4));
        put(layers, "countdown", new Content.Countdown("Offer ends in", 3600, end), top(0.4));
        put(
                layers,
                "product",
                new Content.Product("Vase", "kit:logo", "€ 48.00", "€ 64.00", "https://shop.example/vase"),
                new Box(0.62, 0.2, 0.32, 0.7));
        put(
                layers,
                "comment",
                new Content.Comment("Lena", "Is the glaze safe for the dishwasher?"),
                new Box(0.05, 0.66, 0.5, 0.24));
        put(layers, "shape", new Content.Shape(Content.Outline.ELLIPSE, brand), new Box(0.3, 0.3, 0.4, 0.4));
        put(layers, "background", new Content.Background(back, brand, 45, ""), Box.FULL);
        put(
                layers,
                "slate",
                new Content.Slate(Content.SlateKind.STARTING_SOON, "", "Live from the workshop", end),
                Box.FULL);
        return layers;
    }

    private static Box top(double width) {
        return new Box(0.06, 0.06, width, 0.12);
    }

    private static void put(Map<String, Layer> layers, String name, Content content, Box box) {
        Layer layer = Layer.of("layer", name, content, Placement.of(box));
        boolean full = box.equals(Box.FULL);
        layers.put(name, full ? layer : layer.withLook(Look.PLAIN.withShadow(Look.Shadow.SOFT)));
    }
}
