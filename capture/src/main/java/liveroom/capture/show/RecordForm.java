package liveroom.capture.show;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A record as a JSON object. What the record's constructor refuses is refused with its sentence;
/// so is a member that it does not have.
final class RecordForm<R extends Record> implements JsonForm<R> {
    private final Constructor<R> constructor;
    private final List<RecordComponent> components;
    private final List<JsonMember> members;
    private final Set<String> known = new LinkedHashSet<>();

    /// @param members one for each of the record's components
    RecordForm(Class<R> type, List<JsonMember> members) {
        this.components = List.of(type.getRecordComponents());
        this.members = members;
        members.forEach(member -> known.addAll(member.names()));
        try {
            constructor = type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    /// The members that it may have.
    List<String> names() {
        return List.copyOf(known);
    }

    @Override
    public R read(JsonNode node, JsonPlace place) throws ShowFormatException {
        if (!(node instanceof ObjectNode object)) {
            throw place.mustBe("an object");
        }
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw place.unknown(name, String.join(", ", known));
            }
        }
        Object[] values = new Object[members.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = members.get(i).read(object, place);
        }
        return made(values, place);
    }

    private R made(Object[] values, JsonPlace place) throws ShowFormatException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw place.complaint(String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("%s of %s".formatted(constructor, Arrays.toString(values)), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record", e);
        }
    }

    @Override
    public ObjectNode write(R value, Extent extent) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < members.size(); i++) {
            members.get(i).write(component(components.get(i), value), object, extent);
        }
        return object;
    }

    /// What `value` holds for `component`.
    static Object component(RecordComponent component, Record value) {
        try {
            return Objects.requireNonNull(component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record", e);
        }
    }
}
