package liveroom.app.window;

import java.time.InstantSource;
import java.util.List;
import liveroom.capture.media.StudioClock;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.LiveShowDesk;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.show.ShowKeeping;

/// A small show, and a real desk to run it from that keeps nothing.
public final class FakeShow {
    private FakeShow() {}

    /// `Talk` is on air; `Product` is next and has four layers.
    public static ShowDesk desk() {
        return new LiveShowDesk(show(), StudioClock.SYSTEM, InstantSource.system(), ShowKeeping.NONE);
    }

    private static Show show() {
        Scene talk = new Scene("talk", "Talk", List.of(camera(Box.FULL)));
        Scene product = new Scene(
                "product",
                "Product",
                List.of(
                        Layer.of(
                                "back",
                                "Background",
                                new Content.Background(
                                        new Paint.Role(ColourRole.BACKGROUND),
                                        new Paint.Role(ColourRole.BACKGROUND),
                                        90,
                                        ""),
                                Placement.FULL),
                        camera(new Box(0.05, 0.2, 0.5, 0.5)),
                        Layer.of(
                                "headline",
                                "Headline",
                                new Content.Text(
                                        "Autumn box",
                                        Content.FontRole.HEADING,
                                        0.08,
                                        new Paint.Role(ColourRole.ON_BACKGROUND),
                                        Content.Align.LEFT),
                                Placement.of(new Box(0.6, 0.05, 0.35, 0.12))),
                        Layer.of(
                                        "name",
                                        "Name",
                                        new Content.LowerThird("Ana Brandt", "Potter"),
                                        Placement.of(new Box(0.05, 0.75, 0.4, 0.15)))
                                .withAnimations(
                                        Animation.slide(Animation.Edge.LEFT), Animation.slide(Animation.Edge.LEFT))));
        Scene end = new Scene(
                "end",
                "Thank you",
                List.of(Layer.of(
                        "slate", "Slate", new Content.Slate(Content.SlateKind.THANK_YOU, "", "", 0), Placement.FULL)));
        return new Show(
                "Friday",
                "daylight",
                List.of(talk, product, end),
                List.of(
                        new Cue("begin", "Show the box", new Cue.Action.Take("product", Transition.FADE)),
                        new Cue("name-in", "Who is speaking", new Cue.Action.Reveal("product", "name", true)),
                        new Cue("finish", "Good night", new Cue.Action.Take("end", Transition.STINGER))));
    }

    private static Layer camera(Box box) {
        return Layer.of(
                "camera", "Camera", new Content.Source(Content.Source.MAIN, Content.Key.NONE), Placement.of(box));
    }
}
