package liveroom.app.window.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.Settings.Typing;
import liveroom.app.settings.StudioHome;
import liveroom.app.window.FakeKit;
import liveroom.app.window.FakeShow;
import liveroom.app.window.scene.DeskModel;
import liveroom.app.window.scene.LayerKind;
import liveroom.app.window.scene.LayersModel;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Timer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectorModelTest {
    @TempDir
    Path home = Path.of("");

    private final DeskModel desk = new DeskModel(FakeShow.desk(), _ -> {});
    private final LayersModel layers = new LayersModel(desk);

    // Opened before each test.
    @SuppressWarnings("NullAway.Init")
    private KeptSettings settings;

    @SuppressWarnings("NullAway.Init")
    private InspectorModel model;

    @BeforeEach
    void open() {
        settings = KeptSettings.open(StudioHome.of(Optional.of(home)));
        model = new InspectorModel(desk, layers, settings);
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private Layer layer(String id) {
        return desk.preview().layer(id).orElseThrow();
    }

    private Field.Typed typed(Field.Page page, String key) {
        return model.fields(page).stream()
                .filter(field -> field.key().equals(key))
                .map(Field.Typed.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void type(Field.Page page, String key, String text) {
        model.type(typed(page, key), text);
    }

    @Test
    void type_confirmed_appliesAllAtOnceAndUndoTakesThemBack() {
        layers.select(Set.of("name"));
        type(Field.Page.CONTENT, "name", "Ben Ode");
        type(Field.Page.CONTENT, "title", "Baker");
        assertThat(layer("name").content()).isEqualTo(new Content.LowerThird("Ana Brandt", "Potter"));
        assertThat(model.drafting().get()).isTrue();
        model.confirm();
        assertThat(layer("name").content()).isEqualTo(new Content.LowerThird("Ben Ode", "Baker"));
        assertThat(model.drafting().get()).isFalse();
        desk.undo();
        assertThat(layer("name").content()).isEqualTo(new Content.LowerThird("Ana Brandt", "Potter"));
    }

    @Test
    void type_discarded_leavesTheLayer() {
        layers.select(Set.of("name"));
        type(Field.Page.CONTENT, "name", "Ben");
        model.discard();
        assertThat(model.text(typed(Field.Page.CONTENT, "name"))).isEqualTo("Ana Brandt");
        model.confirm();
        assertThat(desk.now().canUndo()).isFalse();
    }

    @Test
    void type_anotherLayerSelectedMeanwhile_keepsTheDraft() {
        layers.select(Set.of("name"));
        type(Field.Page.CONTENT, "name", "Ben");
        layers.select(Set.of("headline"));
        assertThat(model.drafting().get()).isFalse();
        layers.select(Set.of("name"));
        assertThat(model.text(typed(Field.Page.CONTENT, "name"))).isEqualTo("Ben");
    }

    @Test
    void type_atOnce_isInTheShowWithEveryKeyAndKeptInTheSettings() {
        model.typing().set(Typing.AT_ONCE);
        layers.select(Set.of("name"));
        type(Field.Page.CONTENT, "name", "B");
        assertThat(layer("name").content()).isEqualTo(new Content.LowerThird("B", "Potter"));
        assertThat(settings.current().dressing().typing()).isEqualTo(Typing.AT_ONCE);
    }

    @Test
    void confirm_wrongFields_saysWhatAndAppliesNone() {
        layers.add(LayerKind.PRODUCT);
        type(Field.Page.CONTENT, "product", "Bowl");
        type(Field.Page.CONTENT, "link", "javascript:alert(1)");
        type(Field.Page.LOOK, "opacity", "150");
        model.confirm();
        assertThat(model.problems().keySet()).containsExactlyInAnyOrder("link", "opacity");
        assertThat(model.problems().get("opacity")).contains("100");
        assertThat(model.problems().get("link")).contains("https://");
        Content.Product product =
                (Content.Product) layers.single().orElseThrow().content();
        assertThat(product.name()).isNotEqualTo("Bowl");
    }

    @Test
    void confirm_place_isInPixelsOfTheProgram() {
        layers.select(Set.of("camera"));
        assertThat(model.text(typed(Field.Page.PLACE, "x"))).isEqualTo("64");
        type(Field.Page.PLACE, "x", "128");
        model.confirm();
        assertThat(layer("camera").placement().box()).isEqualTo(new Box(0.1, 0.2, 0.5, 0.5));
    }

    @Test
    void fields_everyKindAndPage_readWhatTheyWrite() {
        for (LayerKind kind : LayerKind.values()) {
            layers.add(kind);
            for (Field.Page page : Field.Page.values()) {
                for (Field field : model.fields(page)) {
                    checkUntouched(layers.single().orElseThrow(), field);
                }
            }
        }
    }

    private static void checkUntouched(Layer layer, Field field) {
        Layer same = switch (field) {
            case Field.Typed typed -> typed.writer().apply(layer, typed.reader().apply(layer));
            case Field.Chosen few -> few.writer().apply(layer, few.reader().apply(layer));
            case Field.Painted painted ->
                painted.writer().apply(layer, painted.reader().apply(layer));
        };
        assertThat(same).as("%s of %s", field.key(), layer.id()).isEqualTo(layer);
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNTDOWN", "SLATE"})
    void timer_startedPausedGoneOnAndStopped_keepsItsLength(LayerKind kind) {
        layers.add(kind);
        type(Field.Page.CONTENT, "length", "2:30");
        model.startTimer();
        assertThat(timer().isRunning()).isTrue();
        long end = timer().endsAtMillis();
        model.pauseTimer();
        assertThat(timer().isPaused()).isTrue();
        assertThat(timer().leftSeconds()).isBetween(140, 150);
        model.startTimer();
        assertThat(timer().endsAtMillis()).isBetween(end, end + 10_000);
        model.stopTimer();
        assertThat(timer()).isEqualTo(new Timer(150, "", 0, 0));
    }

    @Test
    void timer_toATimeOfDay_endsThenAndRemembersIt() {
        layers.add(LayerKind.SLATE);
        choose("counts", "UNTIL");
        type(Field.Page.CONTENT, "until", "25");
        model.startTimer();
        assertThat(model.problems()).containsOnlyKeys("until");
        assertThat(timer().isRunning()).isFalse();
        type(Field.Page.CONTENT, "until", "7:05");
        model.startTimer();
        ZonedDateTime end = Instant.ofEpochMilli(timer().endsAtMillis()).atZone(ZoneId.systemDefault());
        assertThat(end.toLocalTime()).isEqualTo(LocalTime.of(7, 5));
        model.stopTimer();
        assertThat(timer().until()).isEqualTo("07:05");
        choose("counts", "LENGTH");
        assertThat(timer()).isEqualTo(Timer.USUAL);
    }

    private Timer timer() {
        return model.timer().orElseThrow();
    }

    private void choose(String key, String option) {
        model.fields(Field.Page.CONTENT).stream()
                .filter(field -> field.key().equals(key))
                .map(Field.Chosen.class::cast)
                .forEach(field -> model.choose(field, option));
    }

    @Test
    void guardrails_fineLayer_areSilent() {
        assertThat(warnings("headline")).isEmpty();
        assertThat(warnings("name")).isEmpty();
        assertThat(warnings("back")).isEmpty();
    }

    @Test
    void guardrails_outsideTheSafeArea_offerThePlaceInside() {
        Layer headline = layer("headline");
        desk.replace(headline.withPlacement(headline.placement().withBox(new Box(0.8, 0, 0.3, 0.1))));
        Warning warning = warnings("headline").getFirst();
        assertThat(warning.words()).contains("safe area");
        assertThat(warning.remedy().placement().box().right()).isLessThanOrEqualTo(0.95 + 1e-9);
        desk.replace(warning.remedy());
        assertThat(warnings("headline")).isEmpty();
    }

    @Test
    void guardrails_hardToRead_offerAColourOfTheBrand() {
        Layer headline = layer("headline");
        Content.Text text = (Content.Text) headline.content();
        desk.replace(headline.withContent(
                new Content.Text(text.text(), text.font(), text.size(), new Paint.Fixed(0xff1a56b4), text.align())));
        Warning warning = warnings("headline").getFirst();
        assertThat(warning.words()).contains("contrast");
        assertThat(((Content.Text) warning.remedy().content()).paint()).isInstanceOf(Paint.Role.class);
        desk.replace(warning.remedy());
        assertThat(warnings("headline")).isEmpty();
    }

    private List<Warning> warnings(String id) {
        return new ArrayList<>(Guardrails.of(desk.preview(), layer(id), FakeKit.KIT));
    }
}
