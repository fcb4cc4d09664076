package liveroom.capture.show;

import java.util.List;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.JsonForm.Extent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How one component of a record stands in the record's JSON object.
sealed interface JsonMember {
    /// The members of the object that belong to it.
    List<String> names();

    Object read(ObjectNode object, JsonPlace place) throws ShowFormatException;

    void write(Object value, ObjectNode object, Extent extent);

    /// One member.
    ///
    /// @param usual what is meant where it is missing; `null` if it must not be
    record One(String name, JsonForm<Object> form, @Nullable Object usual) implements JsonMember {
        One named(String newName) {
            return new One(newName, form, usual);
        }

        /// @param newForm of the same Java type as the present one
        @SuppressWarnings("unchecked")
        One with(JsonForm<?> newForm) {
            return new One(name, (JsonForm<Object>) newForm, usual);
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public Object read(ObjectNode object, JsonPlace place) throws ShowFormatException {
            JsonNode node = object.get(name);
            if (node != null) {
                return form.read(node, place.member(name));
            }
            if (usual == null) {
                throw place.needs(name);
            }
            return usual;
        }

        @Override
        public void write(Object value, ObjectNode object, Extent extent) {
            if (extent == Extent.WHOLE || !value.equals(usual)) {
                object.set(name, form.write(value, extent));
            }
        }
    }

    /// A record whose members stand among the others.
    record Spread<R extends Record>(RecordForm<R> form) implements JsonMember {
        @Override
        public List<String> names() {
            return form.names();
        }

        @Override
        public Object read(ObjectNode object, JsonPlace place) throws ShowFormatException {
            ObjectNode own = JsonNodeFactory.instance.objectNode();
            names().stream().filter(object::has).forEach(name -> own.set(name, object.get(name)));
            return form.read(own, place);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void write(Object value, ObjectNode object, Extent extent) {
            object.setAll(form.write((R) value, extent));
        }
    }

    /// A transition: its kind, and its length beside it where that is not the usual one.
    record Change(JsonForm<Transition.Kind> kinds, JsonForm<Integer> lengths) implements JsonMember {
        private static final String KIND = "transition";
        private static final String MILLIS = "millis";

        @Override
        public List<String> names() {
            return List.of(KIND, MILLIS);
        }

        @Override
        public Object read(ObjectNode object, JsonPlace place) throws ShowFormatException {
            JsonNode kind = object.get(KIND);
            JsonNode millis = object.get(MILLIS);
            Transition usual =
                    kind == null ? Transition.CUT : MotionForms.standard(kinds.read(kind, place.member(KIND)));
            if (millis == null) {
                return usual;
            }
            try {
                return new Transition(usual.kind(), lengths.read(millis, place.member(MILLIS)));
            } catch (IllegalArgumentException e) {
                throw place.member(MILLIS).complaint(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void write(Object value, ObjectNode object, Extent extent) {
            Transition transition = (Transition) value;
            object.set(KIND, kinds.write(transition.kind(), extent));
            if (extent == Extent.WHOLE || !transition.equals(MotionForms.standard(transition.kind()))) {
                object.set(MILLIS, lengths.write(transition.millis(), extent));
            }
        }
    }
}
