package liveroom.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Placement.Crop;
import liveroom.capture.scene.Placement.Fit;
import liveroom.capture.scene.Placement.Flip;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowFile;

/// The show in the pictures of the guide: a course, and a booklet that goes with it.
final class GuideShow {
    static final Box CARD = new Box(0.64, 0.1, 0.3, 0.76);
    static final Box NAME = new Box(0.06, 0.74, 0.42, 0.16);

    /// Where the speaker is in the recording that stands for camera and screen.
    private static final Crop SPEAKER = new Crop(0.092, 0.118, 0.739, 0.626);

    private static final String BOOKLET = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 440 400">
              <rect width="440" height="400" fill="#e6e8f3"/>
              <rect x="134" y="54" width="200" height="300" rx="6" fill="#bfc4d8"/>
              <rect x="124" y="44" width="200" height="300" rx="6" fill="#1f3da8"/>
              <rect x="124" y="44" width="18" height="300" rx="4" fill="#152a78"/>
              <path d="M166 116l26 22-26 22M204 164h40" fill="none" stroke="#fff" stroke-width="12"/>
              <rect x="162" y="222" width="140" height="6" fill="#f2b84b"/>
              <rect x="162" y="248" width="96" height="10" fill="#c9d3f5"/>
              <rect x="162" y="268" width="70" height="10" fill="#8fa2e2"/>
            </svg>
            """;

    private GuideShow() {}

    /// Writes the show, and the booklet's picture beside it.
    static Path write(Path folder) throws IOException {
        Path booklet = Files.writeString(folder.resolve("booklet.svg"), BOOKLET);
        Path file = folder.resolve("show.json");
        new ShowFile(file).write(new Show("Shell for beginners", "daylight", scenes(booklet), List.of()));
        return file;
    }

    private static List<Scene> scenes(Path booklet) {
        return List.of(
                new Scene(
                        "solo",
                        "Solo",
                        List.of(
                                camera(new Placement(Box.FULL, Crop.NONE, Fit.CONTAIN, Flip.NONE)),
                                Layer.of(
                                        "name",
                                        "Name",
                                        new Content.LowerThird("Tom Keller", "Shell for beginners, week 1"),
                                        Placement.of(NAME)))),
                new Scene("product", "Product", product(booklet)),
                new Scene("start", "Starting soon", List.of(slate(Content.SlateKind.STARTING_SOON))),
                new Scene("end", "Thank you", List.of(slate(Content.SlateKind.THANK_YOU))));
    }

    private static List<Layer> product(Path booklet) {
        Paint ground = new Paint.Role(ColourRole.BACKGROUND);
        return List.of(
                Layer.of("ground", "Background", new Content.Background(ground, ground, 0, ""), Placement.FULL),
                camera(new Placement(new Box(0.06, 0.1, 0.56, 0.76), SPEAKER, Fit.COVER, Flip.NONE))
                        .withLook(Look.PLAIN.withCornerRadius(0.03)),
                Layer.of(
                        "card",
                        "Product",
                        new Content.Product(
                                "The shell: pocket guide",
                                booklet.toString(),
                                "€ 12",
                                "€ 18",
                                "https://example.org/pocket-guide"),
                        Placement.of(CARD)),
                Layer.of(
                        "news",
                        "Ticker",
                        new Content.Ticker(
                                List.of(
                                        "Next week: pipes and filters",
                                        "The recording will be online tomorrow",
                                        "Questions? Write them in the chat"),
                                6),
                        Placement.of(new Box(0, 0.92, 1, 0.08))));
    }

    private static Layer camera(Placement placement) {
        return Layer.of("camera", "Camera", new Content.Source(Content.Source.MAIN, Content.Key.NONE), placement);
    }

    private static Layer slate(Content.SlateKind kind) {
        return Layer.of("slate", "Slate", new Content.Slate(kind, "", "", 0), Placement.FULL);
    }
}
