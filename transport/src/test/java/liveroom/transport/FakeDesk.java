package liveroom.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import liveroom.capture.media.FanOut;
import liveroom.capture.media.FrameTap;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import liveroom.capture.show.ShowCommand;
import liveroom.capture.show.ShowDesk;
import liveroom.transport.control.DeskPictures;
import liveroom.transport.control.ProducerDesk;

/// A desk with two scenes that does a few commands, and remembers who gave them.
final class FakeDesk implements ShowDesk {
    static final Layer PRODUCT = Layer.of(
                    "card",
                    "Card",
                    new Content.Product("Lamp", "", "39 €", "", "https://shop.example/lamp"),
                    Placement.FULL)
            .withShown(false);

    final List<String> deeds = new CopyOnWriteArrayList<>();
    private final List<Consumer<DeskState>> listeners = new CopyOnWriteArrayList<>();
    private DeskState state = new DeskState(
            1,
            new Show(
                    "Evening",
                    "kit",
                    List.of(new Scene("one", "One", List.of(PRODUCT)), new Scene("two", "Two", List.of())),
                    List.of()),
            "one",
            "two",
            new DeskState.Change("one", Transition.CUT, 0),
            0,
            false,
            false);

    private static final class NoPictures implements DeskPictures {
        @Override
        public Optional<byte[]> jpeg(Bus bus) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> jpegOf(String sceneId) {
            return Optional.empty();
        }
    }

    /// A producer's desk at this one, without pictures.
    ProducerDesk seat() {
        return seat(new FanOut<>());
    }

    ProducerDesk seat(FrameTap<VideoFrame> preview) {
        return new ProducerDesk(this, new NoPictures(), preview, () -> List.of("kit"));
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public synchronized DeskState state() {
        return state;
    }

    @Override
    public synchronized DeskState perform(ShowCommand command, String who) throws RefusedException {
        Show show = state.show();
        switch (command) {
            case ShowCommand.Preview(String id)
            when show.scene(id).isPresent() -> become(show, state.programId(), id, state.change());
            case ShowCommand.Take(Transition transition) ->
                become(
                        show,
                        state.previewId(),
                        state.programId(),
                        new DeskState.Change(state.programId(), transition, StudioClock.SYSTEM.nanos()));
            case ShowCommand.RenameShow(String name) ->
                become(show.withName(name), state.programId(), state.previewId(), state.change());
            case ShowCommand.Reveal(String sceneId, String layerId, boolean shown) ->
                become(revealed(show, sceneId, layerId, shown), state.programId(), state.previewId(), state.change());
            default -> throw new RefusedException("This desk cannot do that.");
        }
        deeds.add(who + " " + command.getClass().getSimpleName());
        listeners.forEach(listener -> listener.accept(state));
        return state;
    }

    private static Show revealed(Show show, String sceneId, String layerId, boolean shown) {
        List<Scene> scenes = new ArrayList<>();
        for (Scene scene : show.scenes()) {
            List<Layer> layers = scene.layers().stream()
                    .map(layer ->
                            scene.id().equals(sceneId) && layer.id().equals(layerId) ? layer.withShown(shown) : layer)
                    .toList();
            scenes.add(scene.withLayers(layers));
        }
        return show.withScenes(scenes);
    }

    private void become(Show show, String programId, String previewId, DeskState.Change change) {
        state = new DeskState(state.revision() + 1, show, programId, previewId, change, 0, false, false);
    }

    @Override
    public Runnable onChange(Consumer<DeskState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        // nothing is kept
    }
}
