package liveroom.capture.show;

import java.util.Set;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.JsonForm.Extent;
import liveroom.capture.show.ShowDesk.RefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lets several people edit one layer at once: a three-way merge, member by member of its JSON.
final class LayerMerge {
    private LayerMerge() {}

    /// What `now` becomes by the change from `was` to `wanted`: what that change leaves alone stays as it is
    /// now, and what both have changed becomes as `wanted`.
    ///
    /// @throws RefusedException if the two changes do not go together
    static Layer merged(Layer was, Layer wanted, Layer now) throws RefusedException {
        if (now.equals(was)) {
            return wanted;
        }
        try {
            return ShowForms.LAYER.read(merged(tree(was), tree(wanted), tree(now)), JsonPlace.of("The layer"));
        } catch (ShowFormatException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode tree(Layer layer) {
        return ShowForms.LAYER.write(layer, Extent.WHOLE);
    }

    private static JsonNode merged(JsonNode was, JsonNode wanted, JsonNode now) {
        if (wanted.equals(was)) {
            return now;
        }
        boolean sameKind = wanted instanceof ObjectNode
                && names(was).equals(names(wanted))
                && names(now).equals(names(wanted));
        if (!sameKind) {
            return wanted;
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (String name : wanted.propertyNames()) {
            merged.set(name, merged(was.get(name), wanted.get(name), now.get(name)));
        }
        return merged;
    }

    private static Set<String> names(JsonNode node) {
        return Set.copyOf(node.propertyNames());
    }
}
