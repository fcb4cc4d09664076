package liveroom.app.producer;

import java.util.List;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Content.LowerThird;
import liveroom.capture.scene.Content.Slate;
import liveroom.capture.scene.Content.SlateKind;
import liveroom.capture.scene.Content.Source;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;

/// A show such as a host might have prepared.
final class Evening {
    static final String KIT = "daylight";

    static final Show SHOW = new Show(
            "Evening with Ana",
            KIT,
            List.of(
                    new Scene(
                            "start",
                            "Starting soon",
                            List.of(layer(
                                    "slate", "Slate", new Slate(SlateKind.STARTING_SOON, "", "We begin at 20:00", 0)))),
                    new Scene(
                            "ana",
                            "Ana",
                            List.of(
                                    layer("camera", "Camera", new Source(Source.MAIN, Content.Key.NONE)),
                                    layer("name", "Name", new LowerThird("Ana Ferreira", "Host")),
                                    layer(
                                                    "news",
                                                    "Ticker",
                                                    new Content.Ticker(
                                                            List.of(
                                                                    "Questions? Write them in the chat.",
                                                                    "New lamps on Friday"),
                                                            6))
                                            .withShown(false))),
                    new Scene(
                            "talk",
                            "Interview with Mira",
                            List.of(
                                    layer("left", "Camera", new Source(Source.MAIN, Content.Key.NONE)),
                                    layer("right", "Guest", new Source("screen", Content.Key.NONE)),
                                    layer(
                                            "guest",
                                            "Guest’s name",
                                            new LowerThird("Mira Okafor", "Lighting designer")))),
                    new Scene(
                            "lamp",
                            "The lamp",
                            List.of(
                                    layer("camera", "Camera", new Source(Source.MAIN, Content.Key.NONE)),
                                    layer(
                                            "card",
                                            "Product card",
                                            new Content.Product(
                                                    "Reading lamp, brass",
                                                    "kit:lamp.png",
                                                    "39 €",
                                                    "49 €",
                                                    "https://shop.example/lamp")))),
                    new Scene(
                            "break",
                            "Break",
                            List.of(
                                    layer("slate", "Slate", new Slate(SlateKind.BE_RIGHT_BACK, "", "", 0)),
                                    layer("back", "Back in", new Content.Countdown("Back in", 300, 0)))),
                    new Scene(
                            "end",
                            "Thank you",
                            List.of(layer("slate", "Slate", new Slate(SlateKind.THANK_YOU, "", "Until Friday!", 0))))),
            List.of(
                    take("c1", "Ana says hello", "ana"),
                    new Cue("c2", "Ticker in", new Cue.Action.Reveal("ana", "news", true)),
                    take("c3", "Mira joins", "talk"),
                    take("c4", "The lamp", "lamp"),
                    take("c5", "Break, five minutes", "break"),
                    take("c6", "Goodbye", "end")));

    private Evening() {}

    private static Layer layer(String id, String name, Content content) {
        return Layer.of(id, name, content, Placement.FULL);
    }

    private static Cue take(String id, String label, String sceneId) {
        return new Cue(id, label, new Cue.Action.Take(sceneId, Transition.FADE));
    }
}
