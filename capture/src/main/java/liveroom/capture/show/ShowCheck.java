package liveroom.capture.show;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowDesk.RefusedException;
import liveroom.capture.source.SourceSpec;

/// Looks for what a host would rather know before the show than find out on air. Reads no file, but
/// looks whether those that are named are there.
public final class ShowCheck {
    private static final String OF_KIT = "kit:";

    private ShowCheck() {}

    /// One thing that is amiss in a show that can be read.
    ///
    /// @param place the scene, or the scene and the layer, or the cue
    /// @param detail what it says there
    public record Finding(Kind kind, String place, String detail) {}

    /// What may be amiss.
    public enum Kind {
        EMPTY_SCENE,
        /// A layer that is nowhere on the picture.
        OUTSIDE,
        NO_SOURCE,
        MISSING_FILE,
        UNKNOWN_ZONE,
        /// A cue for a scene or a layer that is not in the show.
        DEAD_CUE
    }

    /// All of it, in the order of the show.
    public static List<Finding> findings(Show show) {
        List<Finding> findings = new ArrayList<>();
        for (Scene scene : show.scenes()) {
            if (scene.layers().isEmpty()) {
                findings.add(new Finding(Kind.EMPTY_SCENE, scene.id(), scene.name()));
            }
            for (Layer layer : scene.layers()) {
                look(scene.id() + "/" + layer.id(), layer, findings);
            }
        }
        for (Cue cue : show.rundown()) {
            try {
                Find.targets(show, cue);
            } catch (RefusedException e) {
                findings.add(new Finding(Kind.DEAD_CUE, cue.id(), String.valueOf(e.getMessage())));
            }
        }
        return findings;
    }

    private static void look(String place, Layer layer, List<Finding> findings) {
        Box box = layer.placement().box();
        if (box.right() <= 0 || box.bottom() <= 0 || box.x() >= 1 || box.y() >= 1) {
            findings.add(new Finding(Kind.OUTSIDE, place, layer.name()));
        }
        if (layer.content() instanceof Content.Clock clock && !isZone(clock.zone())) {
            findings.add(new Finding(Kind.UNKNOWN_ZONE, place, clock.zone()));
        }
        if (layer.content() instanceof Content.Source source && !isSource(source.source())) {
            findings.add(new Finding(Kind.NO_SOURCE, place, source.source()));
        }
        files(layer.content())
                .filter(file -> !isThere(file))
                .forEach(file -> findings.add(new Finding(Kind.MISSING_FILE, place, file)));
    }

    private static Stream<String> files(Content content) {
        String file = switch (content) {
            case Content.Image image -> image.path();
            case Content.Product product -> product.picture();
            case Content.Background background -> background.path();
            case Content.Source source
            when source.source().startsWith("file:") -> source.source().substring("file:".length());
            default -> "";
        };
        return Stream.of(file).filter(name -> !name.isEmpty() && !name.startsWith(OF_KIT));
    }

    private static boolean isThere(String file) {
        try {
            return Files.isReadable(Path.of(file));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static boolean isZone(String zone) {
        try {
            return zone.isEmpty() || ZoneId.of(zone) != null;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isSource(String source) {
        try {
            return source.equals(Content.Source.MAIN) || !(SourceSpec.parse(source) instanceof SourceSpec.Microphone);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
