package liveroom.app.window.audience;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import liveroom.app.studio.Studio;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Words;
import liveroom.transport.Lane;
import liveroom.transport.SharedService;
import liveroom.transport.ViewerSnapshot;

/// Who is watching.
///
/// Confined to the JavaFX thread.
public final class AudienceModel {
    private final Studio studio;
    private final ObservableList<ViewerSnapshot> viewers = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper roomForMore = new ReadOnlyIntegerWrapper(1);

    public AudienceModel(Studio studio) {
        this.studio = studio;
    }

    /// Takes the viewers as they are, changing only the rows that changed. Who has left is taken out first, so that a
    /// selection stays with its viewer.
    ///
    /// @param more how many there is room for besides
    public void read(List<ViewerSnapshot> current, int more) {
        roomForMore.set(more);
        Set<String> here = current.stream().map(ViewerSnapshot::id).collect(Collectors.toSet());
        viewers.removeIf(viewer -> !here.contains(viewer.id()));
        for (int i = 0; i < current.size(); i++) {
            if (i >= viewers.size()) {
                viewers.add(current.get(i));
            } else if (!viewers.get(i).equals(current.get(i))) {
                viewers.set(i, current.get(i));
            }
        }
        if (viewers.size() > current.size()) {
            viewers.remove(current.size(), viewers.size());
        }
    }

    /// How many more can come in.
    public ReadOnlyIntegerProperty roomForMore() {
        return roomForMore.getReadOnlyProperty();
    }

    public void toggleMute(ViewerSnapshot viewer) {
        if (viewer.speech() == ViewerSnapshot.Speech.MUTED) {
            studio.unmuteViewer(viewer.id());
        } else {
            studio.muteViewer(viewer.id());
        }
    }

    public void remove(ViewerSnapshot viewer) {
        studio.removeViewer(viewer.id());
    }

    public ObservableList<ViewerSnapshot> viewers() {
        return viewers;
    }

    public static String name(ViewerSnapshot viewer) {
        return viewer.name().isBlank() ? Words.of("viewers.unnamedWith", viewer.id()) : viewer.name();
    }

    /// What [#toggleMute(ViewerSnapshot)] would do.
    static String muteWords(ViewerSnapshot viewer) {
        return Words.of(viewer.speech() == ViewerSnapshot.Speech.MUTED ? "viewers.unmute" : "viewers.mute");
    }

    /// The lane, and over how many connections if they are several.
    private static String lane(ViewerSnapshot viewer) {
        int connections = viewer.shared().map(SharedService::connections).orElse(1);
        return viewer.lane() == Lane.SHARED && connections > 1
                ? Words.of("viewers.connections", connections)
                : Words.of("viewers.lane." + viewer.lane().name());
    }

    /// Presence, lane and codec.
    public static String how(ViewerSnapshot viewer) {
        String presence = Words.of("viewers.presence." + viewer.presence().name());
        if (viewer.codec().isEmpty()) {
            return presence;
        }
        return Words.of(
                "viewers.how",
                presence,
                viewer.codec(),
                lane(viewer),
                Figures.decimals(viewer.fps(), 0),
                Figures.decimals(viewer.kbps(), 0));
    }
}
