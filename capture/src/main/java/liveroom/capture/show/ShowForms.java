package liveroom.capture.show;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import liveroom.capture.brand.KitShelf;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Timer;
import liveroom.capture.scene.Transition;

/// Every type of the show's vocabulary as JSON: what may be left out, and what that means, is
/// decided here and nowhere else.
final class ShowForms {
    static final JsonForm<Show> SHOW;
    static final JsonForm<Layer> LAYER;
    static final JsonForm<ShowCommand> COMMAND;
    static final JsonForm<DeskState> STATE;

    static {
        FormTable table = new FormTable();
        shapes(table);
        contents(table);
        shows(table);
        commands(table);
        SHOW = table.of(Show.class);
        LAYER = table.of(Layer.class);
        COMMAND = table.of(ShowCommand.class);
        STATE = table.of(DeskState.class);
    }

    private ShowForms() {}

    private static void shapes(FormTable table) {
        table.add(Box.class, new ShapeForms.Rectangle(table.of(double.class)));
        table.add(Paint.class, new ShapeForms.Colour(table.of(ColourRole.class)));
        table.record(Placement.Crop.NONE);
        table.record(Placement.FULL);
        table.record(Look.Border.NONE);
        table.record(Look.Shadow.NONE);
        table.record(Look.PLAIN);
        Map<Animation.Kind, JsonForm<Animation>> motions = new EnumMap<>(Animation.Kind.class);
        for (Animation.Kind kind : Animation.Kind.values()) {
            motions.put(kind, table.form(MotionForms.standard(kind), List.of("kind"), member -> member));
        }
        table.add(Animation.class, new MotionForms.Motion(table.of(Animation.Kind.class), motions));
    }

    private static void contents(FormTable table) {
        Paint background = new Paint.Role(ColourRole.BACKGROUND);
        table.add(
                Content.Key.class,
                table.form(
                        Content.Key.GREEN,
                        List.of(),
                        member -> member.name().equals("rgb") ? member.with(new ShapeForms.Rgb()) : member));
        table.record(new Content.Source(Content.Source.MAIN, Content.Key.NONE));
        table.record(
                new Content.Text(
                        "", Content.FontRole.BODY, 0.06, new Paint.Role(ColourRole.ON_BACKGROUND), Content.Align.LEFT),
                "text");
        table.record(new Content.LowerThird("", ""), "name");
        table.record(new Content.Ticker(List.of(), 6), "items");
        table.record(new Content.Clock("", "", Content.ClockStyle.HOURS_MINUTES));
        table.record(Timer.USUAL);
        table.record(new Content.Countdown("", Timer.USUAL));
        table.record(new Content.Product("", "", "", "", ""), "name");
        table.record(new Content.Shape(Content.Outline.RECTANGLE, new Paint.Role(ColourRole.PRIMARY)));
        table.record(new Content.Background(background, background, 0, ""));
        // Its own "kind" would stand in the way of the content's.
        table.add(
                Content.Slate.class,
                table.form(
                        new Content.Slate(Content.SlateKind.STARTING_SOON, "", "", Timer.USUAL),
                        List.of("kind"),
                        member -> member.name().equals("kind") ? member.named("slate") : member));
        table.kinds(Content.class, "kind");
    }

    private static void shows(FormTable table) {
        Content any = new Content.Source(Content.Source.MAIN, Content.Key.NONE);
        table.record(Layer.of("any", "", any, Placement.FULL), "id", "name", "content");
        table.record(new Scene("any", "", List.of()), "id", "name");
        table.kinds(Cue.Action.class, "do");
        table.record(new Cue("any", "", new Cue.Action.Take("any", Transition.CUT)), "id", "action");
        Scene scene = new Scene("any", "", List.of());
        table.record(new Show("", KitShelf.STANDARD, List.of(scene), List.of()), "name", "scenes");
    }

    private static void commands(FormTable table) {
        Layer layer = Layer.of("any", "", new Content.Comment("", ""), Placement.FULL);
        table.record(new ShowCommand.AddScene(new Scene("any", "", List.of()), Integer.MAX_VALUE), "scene");
        table.record(new ShowCommand.AddLayer("any", layer, Integer.MAX_VALUE), "sceneId", "layer");
        table.record(new ShowCommand.ReplaceLayer("any", layer), "sceneId", "layer");
        table.record(new ShowCommand.ReplaceLayers("any", List.of(), List.of()), "sceneId", "layers");
        table.record(new ShowCommand.StartCountdown("any", "any", 0), "sceneId", "layerId");
        table.kinds(ShowCommand.Single.class, "do");
        table.kinds(ShowCommand.class, "do");
        table.record(DeskState.Change.class);
        table.record(DeskState.class);
    }
}
