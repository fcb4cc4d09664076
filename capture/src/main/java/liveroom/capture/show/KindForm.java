package liveroom.capture.show;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A sealed interface of records as a JSON object, one member of which names the record: `"kind":
/// "lower-third"`.
final class KindForm<S> implements JsonForm<S> {
    private final String tag;
    private final Map<String, JsonForm<S>> forms;

    /// @param forms by the name in JSON
    KindForm(String tag, Map<String, JsonForm<S>> forms) {
        this.tag = tag;
        this.forms = new LinkedHashMap<>(forms);
    }

    @Override
    public S read(JsonNode node, JsonPlace place) throws ShowFormatException {
        if (!(node instanceof ObjectNode object)) {
            throw place.mustBe("an object");
        }
        JsonNode name = object.get(tag);
        if (name == null) {
            throw place.needs(tag);
        }
        JsonForm<S> form = name.isString() ? forms.get(name.stringValue()) : null;
        if (form == null) {
            throw place.member(tag).mustBe("one of " + String.join(", ", forms.keySet()));
        }
        ObjectNode rest = JsonNodeFactory.instance.objectNode().setAll(object);
        rest.remove(tag);
        return form.read(rest, place);
    }

    @Override
    public JsonNode write(S value, Extent extent) {
        String name = JsonForm.name(value.getClass().getSimpleName());
        ObjectNode object = JsonNodeFactory.instance.objectNode().put(tag, name);
        ObjectNode rest =
                (ObjectNode) Objects.requireNonNull(forms.get(name), name).write(value, extent);
        return object.setAll(rest);
    }
}
