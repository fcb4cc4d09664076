package liveroom.capture.show;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import liveroom.capture.scene.Timer;
import liveroom.capture.scene.Transition;
import org.jspecify.annotations.Nullable;

/// Finds the form of each type, and makes those of records and sealed interfaces from their
/// declarations. What a form needs must have been added before it. Filled by one thread, then only
/// read.
@SuppressWarnings("unchecked") // a form is kept under the type that it is the form of
final class FormTable {
    private final Map<Type, JsonForm<?>> forms = new HashMap<>();

    FormTable() {
        add(String.class, PlainForms.TEXT);
        add(boolean.class, PlainForms.TRUTH);
        add(int.class, PlainForms.WHOLE);
        add(long.class, PlainForms.LONG);
        add(double.class, PlainForms.DECIMAL);
    }

    <T> void add(Class<T> type, JsonForm<? extends T> form) {
        forms.put(type, form);
    }

    <T> JsonForm<T> of(Class<T> type) {
        return (JsonForm<T>) form(type);
    }

    /// A record all of whose members must be there.
    <R extends Record> void record(Class<R> type) {
        add(type, form(type, null, List.of(), UnaryOperator.identity()));
    }

    /// A record with defaults.
    ///
    /// @param usual what is meant where a member is missing
    /// @param required the members that must be there all the same
    <R extends Record> void record(R usual, String... required) {
        add((Class<R>) usual.getClass(), form(usual, List.of(required), UnaryOperator.identity()));
    }

    /// Likewise.
    ///
    /// @param changed what becomes of the members that the declarations alone lead to
    <R extends Record> JsonForm<R> form(R usual, List<String> required, UnaryOperator<JsonMember.One> changed) {
        return form((Class<R>) usual.getClass(), usual, required, changed);
    }

    /// The records of a sealed interface, told apart by the member `tag`. Those that have not been
    /// added are taken to have no defaults.
    <S> void kinds(Class<S> sealed, String tag) {
        Map<String, JsonForm<S>> kinds = new LinkedHashMap<>();
        records(sealed).forEach(kind -> {
            Class<Record> type = (Class<Record>) kind;
            if (!forms.containsKey(type)) {
                record(type);
            }
            kinds.put(JsonForm.name(type.getSimpleName()), (JsonForm<S>) of(type));
        });
        add(sealed, new KindForm<>(tag, kinds));
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return sealed.isRecord()
                ? Stream.of(sealed)
                : Stream.of(sealed.getPermittedSubclasses()).flatMap(FormTable::records);
    }

    private <R extends Record> JsonForm<R> form(
            Class<R> type, @Nullable R usual, List<String> required, UnaryOperator<JsonMember.One> changed) {
        List<JsonMember> members = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == Transition.class) {
                members.add(new JsonMember.Change(of(Transition.Kind.class), of(int.class)));
                continue;
            }
            if (component.getType() == Timer.class) {
                members.add(new JsonMember.Spread<>((RecordForm<Timer>) of(Timer.class)));
                continue;
            }
            @Nullable
            Object value = usual == null || required.contains(component.getName())
                    ? null
                    : RecordForm.component(component, usual);
            members.add(changed.apply(new JsonMember.One(
                    component.getName(), (JsonForm<Object>) form(component.getGenericType()), value)));
        }
        return new RecordForm<>(type, members);
    }

    private JsonForm<?> form(Type type) {
        if (type instanceof ParameterizedType list) {
            return new PlainForms.Sequence<>(form(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> constants && constants.isEnum()) {
            return choice(constants);
        }
        return Objects.requireNonNull(forms.get(type), type::getTypeName);
    }

    private static <E extends Enum<E>> JsonForm<E> choice(Class<?> type) {
        return PlainForms.Choice.of((Class<E>) type);
    }
}
