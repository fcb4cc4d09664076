package liveroom.capture.show;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;

/// Makes commands of every kind by chance: mostly about what is in the show, now and then about
/// what is not.
public final class RandomCommand {
    private final RandomShow random;

    /// The same seed makes the same commands.
    public RandomCommand(long seed) {
        random = new RandomShow(seed);
    }

    /// A command for `show`, which may have become another before it is given.
    public ShowCommand command(Show show) {
        return switch (random.number(12)) {
            case 0 -> new ShowCommand.Undo();
            case 1 -> new ShowCommand.Redo();
            case 2 -> all(() -> single(show));
            default -> single(show);
        };
    }

    /// A command that changes nothing but the show: one edit, or several at once.
    ShowCommand change(Show show) {
        return random.number(5) == 0 ? all(() -> edit(show)) : edit(show);
    }

    private ShowCommand all(Supplier<ShowCommand.Single> kind) {
        return new ShowCommand.All(
                Stream.generate(kind).limit(1 + random.number(4)).toList());
    }

    private ShowCommand.Single single(Show show) {
        return random.number(3) == 0 ? live(show) : edit(show);
    }

    private ShowCommand.Live live(Show show) {
        List<Supplier<ShowCommand.Live>> kinds = List.of(
                () -> new ShowCommand.Preview(sceneId(show)),
                () -> new ShowCommand.Take(random.transition()),
                ShowCommand.Next::new,
                () -> new ShowCommand.SkipTo(
                        show.rundown().isEmpty()
                                ? "none"
                                : random.one(show.rundown()).id()));
        return random.one(kinds).get();
    }

    private ShowCommand.Edit edit(Show show) {
        Scene scene = random.one(show.scenes());
        String sceneId = sceneId(show);
        List<Supplier<ShowCommand.Edit>> kinds = List.of(
                () -> new ShowCommand.RenameShow(random.text()),
                () -> new ShowCommand.SetBrand(random.text()),
                () -> new ShowCommand.AddScene(random.scene("scene-" + random.number(20)), place()),
                () -> new ShowCommand.RenameScene(sceneId, random.text()),
                () -> new ShowCommand.MoveScene(sceneId, place()),
                () -> new ShowCommand.RemoveScene(sceneId),
                () -> new ShowCommand.AddLayer(sceneId, random.layer("layer-" + random.number(60)), place()),
                () -> new ShowCommand.ReplaceLayer(scene.id(), layer(scene)),
                () -> new ShowCommand.ReplaceLayers(
                        scene.id(), List.of(layer(scene), layer(scene)), List.of(layer(scene))),
                () -> new ShowCommand.MoveLayer(scene.id(), layer(scene).id(), place()),
                () -> new ShowCommand.RemoveLayer(scene.id(), layer(scene).id()),
                () -> new ShowCommand.ApplyLayout(sceneId, random.one(Layout.values())),
                () -> new ShowCommand.SetRundown(random.rundown(show.scenes())),
                () -> new ShowCommand.Reveal(scene.id(), layer(scene).id(), random.number(2) == 0),
                () -> new ShowCommand.PutComment(random.text(), random.text()),
                () -> new ShowCommand.StartCountdown(scene.id(), layer(scene).id(), random.number(500)));
        return random.one(kinds).get();
    }

    private String sceneId(Show show) {
        return random.number(10) == 0 ? "nowhere" : random.one(show.scenes()).id();
    }

    private Layer layer(Scene scene) {
        if (scene.layers().isEmpty() || random.number(10) == 0) {
            return random.layer("nothing");
        }
        Layer layer = random.one(scene.layers());
        return random.number(2) == 0 ? layer.withPlacement(random.placement()) : layer.withContent(random.content());
    }

    private int place() {
        return random.number(8) - 1;
    }
}
