package liveroom.bench.compose;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.graphics.Painting;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Animation.Ease;
import liveroom.capture.scene.Animation.Edge;
import liveroom.capture.scene.Animation.Kind;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import liveroom.capture.source.TestCard;

/// The scene that is measured: a camera, a logo and a lower third that come and go all the time, a ticker that runs, a
/// clock. Its graphics are painted here: what they look like is all that matters, and the filters get the same pixels.
final class DressedScene {
    static final VideoFormat FORMAT = new VideoFormat(1280, 720);
    static final int FPS = 30;
    static final long PERIOD_NANOS = 1_000_000_000L / FPS;
    static final int SLIDE_MILLIS = 10_000;
    static final int TICKER_STEP = 4;
    static final int TICKER_WIDTH = 2560;
    static final int TICKER_TOP = 668;
    static final BrandKit KIT = new BrandKit(
            "bench",
            1,
            Map.of(ColourRole.PRIMARY, 0x1d4ed8, ColourRole.ACCENT, 0xf59e0b, ColourRole.BACKGROUND, 0x101418),
            Map.of(),
            new BrandKit.Logo("", ""),
            BrandKit.Corners.SOFT,
            BrandKit.Motion.NORMAL,
            0.05,
            Map.of(),
            Path.of("."));

    static final long BEGIN_MILLIS = 1_700_000_000_000L;

    private static final int CAMERA_PICTURES = 8;

    private DressedScene() {}

    /// Pictures of a test card, to be shown over and over.
    static List<MemorySegment> camera() {
        TestCard card = new TestCard(FORMAT);
        return IntStream.range(0, CAMERA_PICTURES)
                .mapToObj(i -> {
                    MemorySegment pixels = Arena.ofAuto().allocate(FORMAT.bytes(), 64);
                    card.draw(i * PERIOD_NANOS, pixels);
                    return pixels;
                })
                .toList();
    }

    /// @param shown whether logo and lower third are coming in, or else going out
    static DeskState state(long revision, boolean shown) {
        Animation slide = new Animation(Kind.SLIDE, SLIDE_MILLIS, Ease.OUT, Edge.LEFT);
        List<Layer> layers = List.of(
                Layer.of("camera", "", new Content.Source(Content.Source.MAIN, Content.Key.NONE), Placement.FULL),
                layer("logo", 1032, 40).withAnimations(slide, slide).withShown(shown),
                layer("third", 48, 520).withAnimations(slide, slide).withShown(shown),
                layer("ticker", 0, TICKER_TOP),
                layer("clock", 48, 40));
        Scene scene = new Scene("scene", "scene", layers);
        Show show = new Show("bench", "bench", List.of(scene), List.of());
        DeskState.Change cut = new DeskState.Change("scene", Transition.CUT, 0);
        return new DeskState(revision, show, "scene", "scene", cut, 0, false, false);
    }

    private static Layer layer(String id, int x, int y) {
        Box box = new Box(
                (double) x / FORMAT.width(), (double) y / FORMAT.height(), width(id) / 1280.0, height(id) / 720.0);
        Content text = new Content.Comment(id, id);
        return Layer.of(id, "", text, Placement.of(box)).withAnimations(Animation.CUT, Animation.CUT);
    }

    static int width(String id) {
        return switch (id) {
            case "logo" -> 200;
            case "third" -> 560;
            case "ticker" -> 1280;
            default -> 196;
        };
    }

    static int height(String id) {
        return switch (id) {
            case "logo" -> 80;
            case "third" -> 112;
            case "ticker" -> 52;
            default -> 60;
        };
    }

    /// As a painter does, for the layers above.
    static Painting paint(String id, int x, int y, Instant now) {
        BufferedImage image = image(id, now);
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        boolean ticker = id.equals("ticker");
        Instant until = id.equals("clock") ? Instant.ofEpochSecond(now.getEpochSecond() + 1) : Instant.MAX;
        Painting.Run run = ticker ? new Painting.Run(FORMAT.width(), TICKER_STEP * FPS) : Painting.Run.NONE;
        return new Painting(x, y, image.getWidth(), image.getHeight(), argb, run, until, "");
    }

    static Instant instant(int second) {
        return Instant.ofEpochMilli(BEGIN_MILLIS).plusSeconds(second);
    }

    private static BufferedImage image(String id, Instant now) {
        int width = id.equals("ticker") ? TICKER_WIDTH : width(id);
        BufferedImage image = new BufferedImage(width, height(id), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        switch (id) {
            case "logo" -> logo(graphics);
            case "third" -> third(graphics);
            case "ticker" -> ticker(graphics);
            default -> clock(graphics, now);
        }
        graphics.dispose();
        return image;
    }

    private static void logo(Graphics2D graphics) {
        graphics.setColor(new Color(0xf59e0b));
        graphics.fillOval(4, 4, 72, 72);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
        graphics.setColor(Color.WHITE);
        graphics.drawString("studio", 88, 50);
    }

    private static void third(Graphics2D graphics) {
        graphics.setColor(new Color(0, 0, 0, 90));
        graphics.fillRoundRect(0, 4, 560, 108, 28, 28);
        graphics.setColor(new Color(0x1d4ed8));
        graphics.fillRoundRect(4, 0, 552, 104, 24, 24);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 38));
        graphics.drawString("Mara Lindqvist", 28, 50);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
        graphics.drawString("Ceramics, from clay to kiln", 28, 84);
    }

    private static void ticker(Graphics2D graphics) {
        graphics.setColor(new Color(0x101418));
        graphics.fillRect(0, 0, TICKER_WIDTH, 52);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
        for (int i = 0; i < 4; i++) {
            graphics.drawString("New glazes on Friday  •  Questions in the chat", 20 + 640 * i, 36);
        }
    }

    private static void clock(Graphics2D graphics, Instant now) {
        graphics.setColor(new Color(16, 20, 24, 190));
        graphics.fillRoundRect(0, 0, 196, 60, 20, 20);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.MONOSPACED, Font.BOLD, 32));
        long second = now.getEpochSecond() % 86_400;
        graphics.drawString("%02d:%02d:%02d".formatted(second / 3600, second / 60 % 60, second % 60), 20, 42);
    }
}
