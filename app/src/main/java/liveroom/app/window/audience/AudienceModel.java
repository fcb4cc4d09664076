package liveroom.app.window.audience;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import liveroom.app.studio.LatencyParts;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Words;
import liveroom.transport.Lane;
import liveroom.transport.SharedService;
import liveroom.transport.Vacancy;
import liveroom.transport.ViewerSnapshot;

/// Who is watching.
///
/// Confined to the JavaFX thread.
public final class AudienceModel {
    private final Studio studio;
    private final ObservableList<Watching> viewers = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper room = new ReadOnlyStringWrapper("");

    public AudienceModel(Studio studio) {
        this.studio = studio;
    }

    /// Takes the viewers as they are, changing only the rows that changed. Who has left is taken out first, so that a
    /// selection stays with its viewer.
    public void read(StudioSnapshot snapshot) {
        room.set(room(snapshot.vacancy()));
        List<Watching> current = rows(snapshot);
        Set<String> here = snapshot.viewers().stream().map(ViewerSnapshot::id).collect(Collectors.toSet());
        viewers.removeIf(row -> !here.contains(row.viewer().id()));
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

    private static List<Watching> rows(StudioSnapshot snapshot) {
        List<LatencyParts> parts = snapshot.viewers().stream()
                .map(viewer -> LatencyParts.of(snapshot, viewer))
                .toList();
        double scaleMs = Watching.scaleMs(snapshot.viewers(), parts);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Watching(snapshot.viewers().get(i), parts.get(i), scaleMs))
                .toList();
    }

    private static String room(Vacancy vacancy) {
        String more = Words.of("viewers.roomForMore", vacancy.viewers());
        return vacancy.limit()
                .map(rung ->
                        more + "\n" + Words.of("viewers.limit", rung.format().height()))
                .orElse(more);
    }

    /// How many more can come in, and what limits those who are in; for people.
    public ReadOnlyStringProperty room() {
        return room.getReadOnlyProperty();
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

    public ObservableList<Watching> viewers() {
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

    /// The size of the picture that is sent, and its bit rate; the codec's own on the track lane.
    private static String rung(ViewerSnapshot viewer) {
        if (viewer.lane() == Lane.TRACK || viewer.shared().isEmpty()) {
            return viewer.codec() + " " + Figures.decimals(viewer.kbps(), 0);
        }
        return viewer.shared()
                .flatMap(SharedService::rung)
                .map(rung -> Words.of("viewers.rung", rung.format().height(), Figures.decimals(rung.kbps(), 0)))
                .orElseGet(() -> Words.of("viewers.rung.sound"));
    }

    /// Lane and rung, or what keeps it from watching.
    public static String how(ViewerSnapshot viewer) {
        return viewer.presence() != ViewerSnapshot.Presence.WATCHING
                        || viewer.codec().isEmpty()
                ? Words.of("viewers.presence." + viewer.presence().name())
                : Words.of("viewers.how", lane(viewer), rung(viewer));
    }
}
