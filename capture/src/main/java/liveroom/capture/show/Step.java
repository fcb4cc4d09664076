package liveroom.capture.show;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Show;

/// One step of a show's history. Whoever drags a layer, or types into it, makes many edits but one
/// step.
///
/// @param atNanos when, on the studio clock
/// @param layers the identifiers of the layers that it changes
record Step(String who, long atNanos, Aspect aspect, String sceneId, Set<String> layers) {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// What of its layers it changes.
    enum Aspect {
        PLACE,
        TEXT,
        /// Anything else, or several things at once: always a step of its own.
        OTHER
    }

    static Step of(String who, long atNanos, Show before, ShowCommand command) {
        return switch (command) {
            case ShowCommand.ReplaceLayer it -> of(who, atNanos, before, it.sceneId(), List.of(it.layer()));
            case ShowCommand.ReplaceLayers it -> of(who, atNanos, before, it.sceneId(), it.layers());
            default -> new Step(who, atNanos, Aspect.OTHER, "", Set.of());
        };
    }

    private static Step of(String who, long atNanos, Show before, String sceneId, List<Layer> layers) {
        Set<Aspect> aspects =
                layers.stream().map(layer -> aspect(before, sceneId, layer)).collect(Collectors.toSet());
        Aspect aspect = aspects.size() == 1 ? aspects.iterator().next() : Aspect.OTHER;
        return new Step(
                who, atNanos, aspect, sceneId, layers.stream().map(Layer::id).collect(Collectors.toSet()));
    }

    private static Aspect aspect(Show before, String sceneId, Layer layer) {
        return before.scene(sceneId)
                .flatMap(scene -> scene.layer(layer.id()))
                .map(old -> aspect(old, layer))
                .orElse(Aspect.OTHER);
    }

    private static Aspect aspect(Layer old, Layer layer) {
        if (old.withPlacement(layer.placement()).equals(layer)) {
            return Aspect.PLACE;
        }
        boolean sameKind = old.content().getClass() == layer.content().getClass();
        return sameKind && old.withContent(layer.content()).equals(layer) ? Aspect.TEXT : Aspect.OTHER;
    }

    /// Whether it goes on with what `before` began, after less than a second.
    boolean carriesOn(Step before) {
        return aspect != Aspect.OTHER
                && aspect == before.aspect
                && who.equals(before.who)
                && sceneId.equals(before.sceneId)
                && layers.equals(before.layers)
                && atNanos - before.atNanos < PAUSE_NANOS;
    }
}
