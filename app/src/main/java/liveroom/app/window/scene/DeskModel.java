package liveroom.app.window.scene;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import liveroom.capture.show.ShowCommand;
import liveroom.capture.show.ShowDesk;

/// The show as the window last saw it, and the one way in which the window changes it.
///
/// Confined to the JavaFX thread.
public final class DeskModel {
    private static final String WHO = "host";

    private final ShowDesk desk;
    private final Consumer<String> said;
    private final ReadOnlyObjectWrapper<DeskState> state;

    /// A model of one desk; [#read()] brings it up to date.
    ///
    /// @param said is told what the desk refuses, a sentence for the host
    public DeskModel(ShowDesk desk, Consumer<String> said) {
        this.desk = desk;
        this.said = said;
        state = new ReadOnlyObjectWrapper<>(desk.state());
    }

    /// Shows what others have changed.
    public void read() {
        show(desk.state());
    }

    /// Does what the command says, and shows what came of it.
    ///
    /// @return whether it was done
    public boolean perform(ShowCommand command) {
        try {
            show(desk.perform(command, WHO));
            return true;
        } catch (ShowDesk.RefusedException e) {
            said.accept(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /// Does all of it in one step, or nothing if there is nothing to do.
    ///
    /// @return whether it was done
    public boolean performAll(List<? extends ShowCommand.Single> commands) {
        return !commands.isEmpty() && perform(new ShowCommand.All(List.copyOf(commands)));
    }

    private void show(DeskState newest) {
        if (newest.revision() != state.get().revision()) {
            state.set(newest);
        }
    }

    public void take(Transition transition) {
        perform(new ShowCommand.Take(transition));
    }

    public void undo() {
        if (now().canUndo()) {
            perform(new ShowCommand.Undo());
        }
    }

    public void redo() {
        if (now().canRedo()) {
            perform(new ShowCommand.Redo());
        }
    }

    /// Replaces a layer of the previewed scene; what it has in common with the one that is shown is left to others.
    public boolean replace(Layer layer) {
        return perform(
                new ShowCommand.ReplaceLayer(now().previewId(), layer, preview().layers()));
    }

    public ReadOnlyObjectProperty<DeskState> state() {
        return state.getReadOnlyProperty();
    }

    public DeskState now() {
        return state.get();
    }

    /// The scene that is being worked on.
    public Scene preview() {
        return now().preview();
    }

    /// Says a sentence to the host for a moment.
    public void say(String sentence) {
        said.accept(sentence);
    }
}
