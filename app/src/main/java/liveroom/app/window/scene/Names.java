package liveroom.app.window.scene;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.transport.chat.PlainText;

/// Identifiers and names that nothing else has yet.
final class Names {
    private static final int MAX_NAME = 80;

    private Names() {}

    /// An identifier such as `text-2`.
    static String freshId(String kind, Stream<String> known) {
        Set<String> taken = known.collect(Collectors.toSet());
        return Stream.iterate(1, n -> n + 1)
                .map(n -> kind + "-" + n)
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }

    static String freshSceneId(List<Scene> scenes) {
        return freshId("scene", scenes.stream().map(Scene::id));
    }

    static String freshLayerId(String kind, List<Layer> layers) {
        return freshId(kind, layers.stream().map(Layer::id));
    }

    /// `wanted`, or with the first number that makes it another name.
    static String freshName(String wanted, Stream<String> known) {
        Set<String> taken = known.collect(Collectors.toSet());
        String base = PlainText.cut(wanted, MAX_NAME - 4);
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? base : base + " " + n)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }
}
