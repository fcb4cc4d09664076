package liveroom.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.peer.PeerFactory;
import liveroom.transport.sdp.Offer;

/// The viewers who are in. Confined to the thread `room`, but for [#snapshots()] and [#count()].
final class Viewers {
    static final long FAREWELL_MILLIS = 200;

    private final ScheduledExecutorService room;
    private final PeerFactory factory;
    private final Map<String, Viewer> byResource = new LinkedHashMap<>();
    private int lastNumber;
    private volatile List<Viewer> all = List.of();

    Viewers(ScheduledExecutorService room, PeerFactory factory) {
        this.room = room;
        this.factory = factory;
    }

    ScheduledExecutorService executor() {
        return room;
    }

    int count() {
        return all.size();
    }

    List<ViewerSnapshot> snapshots() {
        return all.stream().map(Viewer::snapshot).toList();
    }

    /// Lets a viewer in.
    CompletableFuture<Admission> admit(Offer offer) {
        Viewer viewer = new Viewer(Integer.toString(++lastNumber), this, factory);
        byResource.put(viewer.resource, viewer);
        publish();
        return viewer.peer
                .answer(offer)
                .thenApply(answer -> new Admission(viewer.resource, answer))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        room.execute(() -> free(viewer));
                    }
                });
    }

    Optional<Viewer> byResource(String resource) {
        return Optional.ofNullable(byResource.get(resource));
    }

    void free(Viewer viewer) {
        if (byResource.remove(viewer.resource) != null) {
            publish();
            // never inside a callback, even one that was handed over to this thread
            room.execute(viewer.peer::close);
        }
    }

    /// Frees a viewer once its last messages have had time to leave.
    void freeSoon(Viewer viewer) {
        var _ = room.schedule(() -> free(viewer), FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    void freeAll() {
        new ArrayList<>(byResource.values()).forEach(this::free);
    }

    void onRoom(Runnable work) {
        try {
            room.execute(work);
        } catch (RejectedExecutionException _) {
            // the room has been closed: nobody is there to be told
        }
    }

    void tellMessage(ChatMessage message) {
        byResource.values().forEach(viewer -> viewer.tellMessage(message));
    }

    void tellDeleted(long messageId) {
        byResource.values().forEach(viewer -> viewer.tellChat(new Wire.Deleted(messageId)));
    }

    void speech(String viewerId, ViewerSnapshot.Speech speech) {
        byId(viewerId).ifPresent(viewer -> viewer.setSpeech(speech));
    }

    void remove(String viewerId) {
        byId(viewerId).ifPresent(Viewer::remove);
    }

    private Optional<Viewer> byId(String viewerId) {
        return byResource.values().stream()
                .filter(viewer -> viewer.id.equals(viewerId))
                .findFirst();
    }

    void tellEnded() {
        byResource.values().forEach(Viewer::tellEnded);
    }

    private void publish() {
        all = List.copyOf(byResource.values());
    }

    /// A viewer who has been let in.
    record Admission(String resource, String answer) {}
}
