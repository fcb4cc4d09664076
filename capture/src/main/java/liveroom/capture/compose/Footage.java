package liveroom.capture.compose;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;

/// Which sources a scene takes moving pictures from.
final class Footage {
    private static final Set<String> VIDEO_ENDINGS =
            Set.of("mp4", "m4v", "mov", "mkv", "webm", "avi", "ts", "mpg", "mpeg", "gif");
    private static final String KIT = "kit:";

    private Footage() {}

    /// Adds the sources of all layers, hidden ones included, which may come at any moment; for each
    /// source, where it is seen.
    static void collect(Scene scene, BrandKit kit, Map<String, Set<Placement>> places) {
        for (Layer layer : scene.layers()) {
            String source = of(layer.content(), kit);
            if (!source.isEmpty()) {
                places.computeIfAbsent(source, unseen -> new HashSet<>()).add(layer.placement());
            }
        }
    }

    /// The source that this content moves by; empty if it stands still.
    static String of(Content content, BrandKit kit) {
        return switch (content) {
            case Content.Source moving -> moving.source();
            case Content.Background background when isVideo(background.path()) -> file(background.path(), kit);
            default -> "";
        };
    }

    private static boolean isVideo(String path) {
        int dot = path.lastIndexOf('.');
        return dot >= 0 && VIDEO_ENDINGS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String file(String path, BrandKit kit) {
        if (!path.startsWith(KIT)) {
            return "file:" + path;
        }
        Path folder = kit.folder().toAbsolutePath().normalize();
        Path file = folder.resolve(path.substring(KIT.length())).normalize();
        return file.startsWith(folder) ? "file:" + file : "";
    }
}
