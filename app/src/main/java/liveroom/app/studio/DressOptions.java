package liveroom.app.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import liveroom.app.settings.StudioHome;
import liveroom.app.text.Messages;
import liveroom.capture.media.StudioClock;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.Autosave;
import liveroom.capture.show.LiveShowDesk;
import liveroom.capture.show.ShowCommand;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.show.ShowDesk.RefusedException;
import liveroom.capture.show.ShowFile;
import liveroom.capture.show.ShowFormatException;
import liveroom.capture.show.ShowKeeping;
import liveroom.capture.show.Shows;

/// How the show is dressed, as the command line says it.
///
/// @param show the show's file, made where there is none as soon as something has been changed; if
/// it is not given, the show is the one that newcomers get, and is forgotten at the end
/// @param scene identifier or name of the scene that is on air first; the show's first if it is not
/// given
/// @param brand the kit that takes the place of the show's own
/// @param home where the host's kits are
public record DressOptions(Optional<Path> show, Optional<String> scene, Optional<String> brand, StudioHome home) {

    private static final String WHO = "host";

    /// A show for the moment.
    public static DressOptions unsaved(StudioHome home) {
        return new DressOptions(Optional.empty(), Optional.empty(), Optional.empty(), home);
    }

    /// Opens the show.
    ///
    /// @param complaints is told what the host should know, a sentence each, at once or later, by
    /// any thread
    /// @throws ShowFormatException if a newer version made the file, which stays as it is
    /// @throws IOException if the file can be neither read nor set aside
    /// @throws RefusedException if there is no such scene, or no such kit can be named
    public ShowDesk open(StudioClock clock, Consumer<String> complaints)
            throws IOException, ShowFormatException, RefusedException {
        Show fresh = Shows.starter(key -> Messages.of("show").text(key));
        if (show.isEmpty()) {
            return begun(new LiveShowDesk(branded(fresh), clock, InstantSource.system(), ShowKeeping.NONE));
        }
        ShowFile file = new ShowFile(show.orElseThrow());
        ShowFile.Loaded loaded = file.load(fresh);
        loaded.complaint().ifPresent(complaints);
        Show dressed = branded(loaded.show());
        return begun(new LiveShowDesk(dressed, clock, InstantSource.system(), new Autosave(file, complaints)));
    }

    /// With the wanted scene on air, or closed.
    private ShowDesk begun(ShowDesk desk) throws RefusedException {
        try {
            if (scene.isPresent()) {
                String first = scene(desk.state().show(), scene.orElseThrow()).id();
                desk.perform(new ShowCommand.Preview(first), WHO);
                desk.perform(new ShowCommand.Take(Transition.CUT), WHO);
            }
            return desk;
        } catch (RefusedException e) {
            desk.close();
            throw e;
        }
    }

    private Show branded(Show loaded) throws RefusedException {
        try {
            return brand.map(loaded::withBrand).orElse(loaded);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private static Scene scene(Show show, String wanted) throws RefusedException {
        return show.scene(wanted)
                .or(() -> show.scenes().stream()
                        .filter(scene -> scene.name().equalsIgnoreCase(wanted))
                        .findFirst())
                .orElseThrow(() -> new RefusedException(Messages.of("show")
                        .text(
                                "scene.unknown",
                                wanted,
                                show.scenes().stream().map(Scene::id).collect(Collectors.joining(", ")))));
    }
}
