package liveroom.capture.show;

import java.util.List;
import java.util.function.UnaryOperator;
import liveroom.capture.brand.KitShelf;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Content.SlateKind;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Placement.Fit;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;

/// Shows to begin with.
public final class Shows {
    private static final String SOLO = "solo";
    private static final String SCREEN = "screen";
    private static final String PRODUCT = "product";
    private static final String STARTING = "starting-soon";
    private static final String BREAK = "be-right-back";
    private static final String THANKS = "thank-you";
    private static final String NAME = "name";

    private static final Box LOGO = new Box(0.84, 0.07, 0.1, 0.1);
    private static final Box LOWER_THIRD = new Box(0.06, 0.74, 0.42, 0.16);
    private static final Box COMMENT = new Box(0.06, 0.46, 0.5, 0.22);

    private Shows() {}

    /// What a newcomer gets: six scenes, and a run-down that leads through them. The first is the
    /// host alone, so that a studio that is opened shows its camera. The screen is not the second:
    /// the preview begins with that, and nothing captures the screen unasked.
    ///
    /// @param words the words for `starter.show`, `starter.scene.solo` and so on, as
    /// `assets/messages/show` has them
    public static Show starter(UnaryOperator<String> words) {
        List<Scene> scenes = List.of(
                solo(words),
                product(words),
                screen(words),
                slate(STARTING, SlateKind.STARTING_SOON, words),
                slate(BREAK, SlateKind.BE_RIGHT_BACK, words),
                slate(THANKS, SlateKind.THANK_YOU, words));
        return new Show(words.apply("starter.show"), KitShelf.STANDARD, scenes, rundown(words));
    }

    private static Scene solo(UnaryOperator<String> words) {
        Content name = new Content.LowerThird(words.apply("starter.name"), words.apply("starter.title"));
        Layer camera = Layer.of("camera", words.apply("starter.layer.camera"), main(), Placement.FULL);
        Layer logo = Layer.of(
                        "logo",
                        words.apply("starter.layer.logo"),
                        new Content.Image("kit:logo"),
                        Placement.of(LOGO).withFit(Fit.CONTAIN))
                .withShown(false);
        Animation slide = Animation.slide(Animation.Edge.LEFT);
        Layer lowerThird = Layer.of(NAME, words.apply("starter.layer.name"), name, Placement.of(LOWER_THIRD))
                .withAnimations(slide, slide)
                .withShown(false);
        return new Scene(SOLO, scene(SOLO, words), List.of(camera, logo, lowerThird, comment(words)));
    }

    /// Where a viewer's words go that are put on screen.
    private static Layer comment(UnaryOperator<String> words) {
        return newComment(words.apply("starter.layer.comment"), new Content.Comment("", ""))
                .withShown(false);
    }

    /// A layer for viewers' words, at the usual place.
    static Layer newComment(String name, Content.Comment comment) {
        Animation slide = Animation.slide(Animation.Edge.BOTTOM);
        return Layer.of("comment", name, comment, Placement.of(COMMENT)).withAnimations(slide, slide);
    }

    private static Scene screen(UnaryOperator<String> words) {
        Content screen = new Content.Source("screen", Content.Key.NONE);
        Scene sources = new Scene(
                SCREEN,
                scene(SCREEN, words),
                List.of(
                        Layer.of("screen", words.apply("starter.layer.screen"), screen, Placement.FULL),
                        Layer.of("camera", words.apply("starter.layer.camera"), main(), Placement.FULL),
                        comment(words)));
        return Layouts.apply(sources, Layout.SCREEN_WITH_SPEAKER);
    }

    private static Scene product(UnaryOperator<String> words) {
        Content product = new Content.Product(words.apply("starter.product"), "", "", "", "");
        Scene parts = new Scene(
                PRODUCT,
                scene(PRODUCT, words),
                List.of(
                        Layer.of("camera", words.apply("starter.layer.camera"), main(), Placement.FULL),
                        Layer.of("product", words.apply("starter.layer.product"), product, Placement.FULL)));
        return Layouts.apply(parts, Layout.PRODUCT);
    }

    private static Scene slate(String id, SlateKind kind, UnaryOperator<String> words) {
        Content slate = new Content.Slate(kind, "", "", 0);
        return new Scene(
                id,
                scene(id, words),
                List.of(Layer.of("slate", words.apply("starter.layer.slate"), slate, Placement.FULL)));
    }

    private static List<Cue> rundown(UnaryOperator<String> words) {
        return List.of(
                take("begin", STARTING, Transition.CUT, words),
                take("welcome", SOLO, Transition.STINGER, words),
                reveal("name-in", true, words),
                reveal("name-out", false, words),
                take("screen", SCREEN, Transition.FADE, words),
                take("product", PRODUCT, Transition.FADE, words),
                take("questions", SOLO, Transition.FADE, words),
                take("end", THANKS, Transition.STINGER, words));
    }

    private static Cue take(String id, String scene, Transition transition, UnaryOperator<String> words) {
        return new Cue(id, words.apply("starter.cue." + id), new Cue.Action.Take(scene, transition));
    }

    private static Cue reveal(String id, boolean shown, UnaryOperator<String> words) {
        return new Cue(id, words.apply("starter.cue." + id), new Cue.Action.Reveal(SOLO, NAME, shown));
    }

    private static String scene(String id, UnaryOperator<String> words) {
        return words.apply("starter.scene." + id);
    }

    private static Content main() {
        return new Content.Source(Content.Source.MAIN, Content.Key.NONE);
    }
}
