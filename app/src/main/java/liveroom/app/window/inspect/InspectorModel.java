package liveroom.app.window.inspect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.Settings.Typing;
import liveroom.app.window.scene.DeskModel;
import liveroom.app.window.scene.LayersModel;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Timer;
import liveroom.capture.show.ShowCommand;

/// The selected layer, field by field. What is typed is a draft until it is confirmed, unless the host wants it at
/// once; drafts are kept for each layer until they are confirmed or discarded, whatever is selected meanwhile.
///
/// Confined to the JavaFX thread.
public final class InspectorModel {
    private final DeskModel desk;
    private final LayersModel layers;
    private final ReadOnlyObjectWrapper<Optional<Layer>> layer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Typing> typing;
    private final Map<String, ObservableMap<String, String>> drafts = new HashMap<>();
    private final ObservableMap<String, String> problems = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper drafting = new ReadOnlyBooleanWrapper();
    private VideoFormat format = new VideoFormat(1280, 720);

    public InspectorModel(DeskModel desk, LayersModel layers, KeptSettings settings) {
        this.desk = desk;
        this.layers = layers;
        typing = new SimpleObjectProperty<>(settings.current().dressing().typing());
        typing.subscribe((_, now) ->
                settings.change(kept -> kept.withDressing(kept.dressing().withTyping(now))));
        desk.state().subscribe(_ -> show());
        layers.selected().subscribe(_ -> show());
    }

    private void show() {
        Optional<Layer> before = layer.get();
        Optional<Layer> now = layers.single();
        if (!before.map(Layer::id).equals(now.map(Layer::id))) {
            problems.clear();
        }
        layer.set(now);
        drafting.set(hasDraft());
    }

    /// The program's picture, in whose pixels places are told.
    public void format(VideoFormat newFormat) {
        format = newFormat;
    }

    /// The layer that is shown; empty unless one is selected.
    public ReadOnlyObjectProperty<Optional<Layer>> layer() {
        return layer.getReadOnlyProperty();
    }

    public ObjectProperty<Typing> typing() {
        return typing;
    }

    public List<Field> fields(Field.Page page) {
        return layer.get().map(shown -> Fields.of(shown, page, format)).orElse(List.of());
    }

    /// What is wrong with a field's text, a sentence each, by the field's key.
    public ObservableMap<String, String> problems() {
        return problems;
    }

    /// What stands in a field: the draft, or the layer's own.
    public String text(Field.Typed field) {
        return layer.get()
                .map(shown -> {
                    String own = field.reader().apply(shown);
                    return draft().getOrDefault(field.key(), own);
                })
                .orElse("");
    }

    /// Whether anything waits to be confirmed.
    public ReadOnlyBooleanProperty drafting() {
        return drafting.getReadOnlyProperty();
    }

    private boolean hasDraft() {
        return layer.get().isPresent() && !draft().isEmpty();
    }

    private ObservableMap<String, String> draft() {
        String key = desk.now().previewId() + "/" + layer.get().map(Layer::id).orElse("");
        return drafts.computeIfAbsent(key, _ -> FXCollections.observableHashMap());
    }

    /// Takes what is typed into a field: a draft, or at once.
    public void type(Field.Typed field, String text) {
        Layer shown = layer.get().orElse(null);
        if (shown == null) {
            return;
        }
        problems.remove(field.key());
        if (text.equals(field.reader().apply(shown))) {
            draft().remove(field.key());
        } else {
            draft().put(field.key(), text);
        }
        drafting.set(hasDraft());
        if (typing.get() == Typing.AT_ONCE) {
            confirm();
        }
    }

    /// Brings all drafts of the layer into the show as one change; none if one of them is wrong.
    public void confirm() {
        Layer shown = layer.get().orElse(null);
        if (shown == null || draft().isEmpty()) {
            return;
        }
        problems.clear();
        Layer wanted = shown;
        for (Field.Page page : Field.Page.values()) {
            for (Field field : fields(page)) {
                String text = draft().get(field.key());
                if (text != null && field instanceof Field.Typed typed) {
                    wanted = written(typed, wanted, text);
                }
            }
        }
        if (problems.isEmpty()) {
            Map<String, String> taken = Map.copyOf(draft());
            draft().clear();
            if (!wanted.equals(shown) && !desk.replace(wanted)) {
                draft().putAll(taken);
            }
        }
        drafting.set(hasDraft());
    }

    private Layer written(Field.Typed field, Layer before, String text) {
        try {
            return field.writer().apply(before, text);
        } catch (IllegalArgumentException e) {
            problems.put(field.key(), String.valueOf(e.getMessage()));
            return before;
        }
    }

    /// Forgets what has been typed.
    public void discard() {
        draft().clear();
        problems.clear();
        drafting.set(false);
    }

    public String option(Field.Chosen field) {
        return layer.get().map(field.reader()).orElse("");
    }

    /// Takes one of a few; it counts at once.
    public void choose(Field.Chosen field, String option) {
        change(shown -> field.writer().apply(shown, option));
    }

    public void paint(Field.Painted field, Paint paint) {
        change(shown -> field.writer().apply(shown, paint));
    }

    /// Puts another layer in its place, as a warning's remedy does.
    public void replace(Layer remedy) {
        change(_ -> remedy);
    }

    private void change(Function<Layer, Layer> change) {
        layer.get().ifPresent(shown -> {
            Layer wanted = change.apply(shown);
            if (!wanted.equals(shown)) {
                desk.replace(wanted);
            }
        });
    }

    /// The timer of the layer; empty if it counts no time down.
    public Optional<Timer> timer() {
        return timed(layer.get()).map(Content.Timed::timer);
    }

    private static Optional<Content.Timed> timed(Optional<Layer> shown) {
        return shown.map(Layer::content).filter(Content.Timed.class::isInstance).map(Content.Timed.class::cast);
    }

    /// Confirms what is typed and starts the layer's timer, or lets it go on after a pause.
    public void startTimer() {
        confirm();
        layer.get()
                .filter(_ -> problems.isEmpty())
                .ifPresent(shown ->
                        desk.perform(new ShowCommand.StartCountdown(desk.now().previewId(), shown.id(), 0)));
    }

    public void pauseTimer() {
        changeTimer(timer -> timer.paused(System.currentTimeMillis()));
    }

    public void stopTimer() {
        changeTimer(Timer::stopped);
    }

    private void changeTimer(UnaryOperator<Timer> change) {
        change(shown -> timed(Optional.of(shown))
                .map(timed -> shown.withContent(timed.withTimer(change.apply(timed.timer()))))
                .orElse(shown));
    }
}
