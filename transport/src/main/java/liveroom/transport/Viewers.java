package liveroom.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import liveroom.encoder.Rung;
import liveroom.transport.ViewerSnapshot.Speech;
import liveroom.transport.peer.Peer;
import liveroom.transport.peer.PeerMaker;
import liveroom.transport.sdp.Offer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The viewers who are in. Confined to the thread `room`, but for [#snapshots()], [#count()], [#onRoom(Runnable)] and
/// [#tellOnScreen(Wire.Shown)].
final class Viewers {
    static final long FAREWELL_MILLIS = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Viewers.class);

    private final ScheduledExecutorService room;
    private final PeerMaker peers;
    private final ViewerLane.Services services;
    private final String title;
    private final RoomChat chat = new RoomChat(this);
    private final Map<String, Viewer> byResource = new LinkedHashMap<>();
    private final EncodeTimes encodeTimes = new EncodeTimes();
    private final MarkedVisitors keptOut = new MarkedVisitors();
    private final MarkedVisitors muted = new MarkedVisitors();
    private int lastNumber;
    private Optional<Wire.Shown> onScreen = Optional.empty();
    private volatile List<Viewer> all = List.of();
    private volatile LaneFigures figures = LaneFigures.NONE;

    Viewers(ScheduledExecutorService room, PeerMaker peers, ViewerLane.Services services, String title) {
        this.room = room;
        this.peers = peers;
        this.services = services;
        this.title = title;
    }

    ScheduledExecutorService executor() {
        return room;
    }

    RoomChat chat() {
        return chat;
    }

    /// What serves viewers by either lane.
    ViewerLane.Services services() {
        return services;
    }

    String title() {
        return title;
    }

    int count() {
        return all.size();
    }

    /// How many have an encoder of their own, or are about to.
    int onTracks() {
        return (int) byResource.values().stream()
                .filter(viewer -> viewer.heading() == Lane.TRACK)
                .count();
    }

    List<ViewerSnapshot> snapshots() {
        return all.stream().map(Viewer::snapshot).toList();
    }

    LaneFigures figures() {
        return figures;
    }

    /// Runs `work` on the thread `room`, unless the room has been closed: then nobody is there to hear of it.
    void onRoom(Runnable work) {
        try {
            room.execute(work);
        } catch (RejectedExecutionException _) {
            // see above
        }
    }

    /// Lets a viewer in.
    CompletableFuture<WhepRoom.Admission.In> admit(Offer offer, Visitor visitor) {
        Viewer viewer = new Viewer(Integer.toString(++lastNumber), offer, visitor, this);
        byResource.put(viewer.resource, viewer);
        publish();
        return viewer.answer()
                .thenApply(answer -> new WhepRoom.Admission.In(
                        viewer.resource, viewer.etag(), answer, viewer.offeredLane(), viewer.tracks()))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        onRoom(() -> free(viewer));
                    }
                });
    }

    Peer open(Viewer viewer) {
        return peers.open(room, viewer);
    }

    Optional<Viewer> byResource(String resource) {
        return Optional.ofNullable(byResource.get(resource));
    }

    Optional<Viewer> byId(String viewerId) {
        return byResource.values().stream()
                .filter(viewer -> viewer.id.equals(viewerId))
                .findFirst();
    }

    /// Does `work` for every viewer. Where it fails for one, the others still get theirs.
    void each(Consumer<Viewer> work) {
        for (Viewer viewer : new ArrayList<>(byResource.values())) {
            try {
                work.accept(viewer);
            } catch (RuntimeException e) {
                LOG.error("Something could not be done for one viewer", e);
            }
        }
    }

    /// Takes a viewer off the list at once, and ends its connection next.
    void free(Viewer viewer) {
        if (byResource.remove(viewer.resource) != null) {
            publish();
            var _ = viewer.leave().thenRun(() -> onRoom(viewer::close));
        }
    }

    /// Tells a viewer something last, and frees it once that has had time to leave.
    void dismiss(Viewer viewer, Record lastWord) {
        viewer.tellControl(lastWord);
        var _ = room.schedule(() -> free(viewer), FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// The host removes a viewer, in every tab of its browser, and keeps it out until the show ends.
    void remove(Viewer removed) {
        keptOut.add(removed.visitor);
        each(viewer -> {
            if (viewer == removed || viewer.visitor.isSameBrowserAs(removed.visitor)) {
                dismiss(viewer, new Wire.Bare("removed"));
            }
        });
    }

    /// The host lets a viewer say something or not, in every tab of its browser, and when it comes again in this show.
    void setSpeech(Viewer spoken, Speech speech) {
        switch (speech) {
            case MUTED -> muted.add(spoken.visitor);
            case ALLOWED -> muted.remove(spoken.visitor);
        }
        each(viewer -> {
            if (viewer == spoken || viewer.visitor.isSameBrowserAs(spoken.visitor)) {
                viewer.setSpeech(speech);
            }
        });
    }

    Speech speechOf(Visitor visitor) {
        return muted.holds(visitor) ? Speech.MUTED : Speech.ALLOWED;
    }

    boolean isKeptOut(Visitor visitor) {
        return keptOut.holds(visitor);
    }

    /// Whether that browser watches already.
    boolean isIn(Visitor visitor) {
        return byResource.values().stream().anyMatch(viewer -> viewer.visitor.isSameBrowserAs(visitor));
    }

    /// How many watch from one address; from this computer nobody is counted.
    long countFrom(String address) {
        return address.isEmpty()
                ? 0
                : byResource.values().stream()
                        .filter(viewer -> viewer.visitor.address().equals(address))
                        .count();
    }

    /// Tells everybody that the show is over. The next one is open to all again.
    void endShow() {
        keptOut.clear();
        muted.clear();
        each(viewer -> dismiss(viewer, new Wire.Bare("ended")));
    }

    /// Tells everybody what is offered beside the picture, and whoever comes later. Callable from any thread.
    void tellOnScreen(Wire.Shown shown) {
        onRoom(() -> {
            onScreen = Optional.of(shown);
            each(viewer -> viewer.tellControl(shown));
        });
    }

    /// What was told last.
    Optional<Wire.Shown> onScreen() {
        return onScreen;
    }

    void freeAll() {
        each(this::free);
    }

    /// Done once a second: the audience is told, and figures are gathered for the next time.
    void tick() {
        int count = count();
        each(viewer -> viewer.tellAudience(count));
        figures = LaneSums.of(
                byResource.values().stream().map(Viewer::traffic).toList(),
                encodeTimes,
                LaneFigures.Shared.of(snapshots()));
        each(Viewer::poll);
    }

    /// Who is being served, and how.
    ///
    /// @param rungs how many the ladder has
    /// @param first at which newcomers begin
    Capacity.Audience served(int rungs, int first) {
        Integer[] onRungs = new Integer[rungs + 1];
        Arrays.fill(onRungs, 0);
        int tracks = 0;
        double kbps = 0;
        for (Viewer viewer : byResource.values()) {
            ViewerSnapshot now = viewer.snapshot();
            switch (viewer.heading()) {
                case TRACK -> tracks++;
                case SHARED ->
                    onRungs[
                            now.shared()
                                    .map(on -> on.rung().map(Rung::index).orElse(rungs))
                                    .orElse(first)]++;
            }
            kbps += now.kbps();
        }
        return new Capacity.Audience(List.of(onRungs), tracks, kbps);
    }

    private void publish() {
        all = List.copyOf(byResource.values());
    }
}
