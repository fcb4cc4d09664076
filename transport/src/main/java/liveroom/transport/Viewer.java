package liveroom.transport;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import liveroom.transport.ViewerSnapshot.Presence;
import liveroom.transport.ViewerSnapshot.Speech;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.peer.Channel;
import liveroom.transport.peer.Peer;
import liveroom.transport.peer.PeerListener;
import liveroom.transport.sdp.Fragment;
import liveroom.transport.sdp.Offer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One viewer who is in. Confined to the thread `room`, but for [#snapshot()].
final class Viewer implements PeerListener, AutoCloseable {
    private static final long CONNECT_SECONDS = 15;
    private static final long RETURN_SECONDS = 20;

    final String id;
    final String resource = RoomKey.random();
    final Visitor visitor;
    private final Viewers viewers;
    private final Discipline discipline;
    private final Instant joined = Instant.now();
    private final Peer peer;
    private Offer offer;
    private int iceGeneration = 1;
    private Presence presence = Presence.CONNECTING;
    private Speech speech = Speech.ALLOWED;
    private String name = "";
    private Traffic traffic = Traffic.NONE;
    private @Nullable ControlLine control;
    private @Nullable ChatLine chat;
    private @Nullable Future<?> deadline;
    private volatile ViewerSnapshot snapshot;

    Viewer(String id, Offer offer, Visitor visitor, Viewers viewers) {
        this.id = id;
        this.offer = offer;
        this.visitor = visitor;
        this.viewers = viewers;
        this.discipline = new Discipline(System::nanoTime);
        this.snapshot = look();
        this.peer = viewers.open(this);
        leaveIn(CONNECT_SECONDS);
    }

    ViewerSnapshot snapshot() {
        return snapshot;
    }

    Traffic traffic() {
        return traffic;
    }

    /// Names the ICE generation.
    String etag() {
        return "\"" + iceGeneration + "\"";
    }

    CompletableFuture<String> answer() {
        return peer.answer(offer);
    }

    boolean isPresent(Fragment fragment) {
        return fragment.ufrag().equals(offer.ufrag());
    }

    void trickle(Fragment fragment) {
        fragment.candidates().forEach(candidate -> peer.add(candidate, offer.mid()));
    }

    /// Whether a new ICE generation is being made: until it has its ETag.
    boolean negotiating() {
        return peer.negotiating();
    }

    /// Begins a new ICE generation; completes with the studio's fragment.
    CompletableFuture<String> restart(Fragment fragment) {
        Offer renewed = offer.restarted(fragment);
        return peer.answer(renewed).thenApply(answer -> {
            offer = renewed;
            iceGeneration++;
            return Fragment.of(answer);
        });
    }

    void poll() {
        peer.stats(stats -> {
            traffic = traffic.next(stats);
            if (control != null && traffic.framesEncoded() > 0) {
                control.tell(new Wire.Picture(peer.stampAgeMillis(), traffic.encodeMillis()));
            }
            snapshot = look();
        });
    }

    @Override
    public void connectivityChanged(Connectivity connectivity) {
        switch (connectivity) {
            case CONNECTING -> {}
            case CONNECTED -> {
                presence = Presence.WATCHING;
                stay();
            }
            case DISCONNECTED, FAILED -> {
                if (presence == Presence.WATCHING) {
                    presence = Presence.RECONNECTING;
                    leaveIn(RETURN_SECONDS);
                }
            }
            case CLOSED -> viewers.free(this);
        }
        snapshot = look();
    }

    @Override
    public void channelOpened(Channel channel) {
        if (channel.label().equals("control") && control == null) {
            control = new ControlLine(channel, id, viewers.title());
            control.tellAudience(viewers.count());
        } else if (channel.label().equals("chat") && chat == null) {
            chat = new ChatLine(channel, id, viewers.chat(), discipline);
        } else {
            garbageArrived();
        }
    }

    /// A viewer that ends its connection closes its channels; one that closes one of two may go on watching.
    @Override
    public void channelClosed(Channel channel) {
        if (control != null && control.isOn(channel)) {
            control = null;
        } else if (chat != null && chat.isOn(channel)) {
            chat = null;
        } else {
            return;
        }
        if (control == null && chat == null) {
            viewers.free(this);
        }
    }

    @Override
    public void messageArrived(Channel channel, String text, long receivedUnixNanos) {
        if (discipline.takesMessage()) {
            Optional<JsonNode> message = Wire.read(text);
            if (message.isPresent()) {
                take(channel, message.get(), receivedUnixNanos);
            } else {
                discipline.garbage();
            }
        }
        leaveIfOver();
    }

    private void take(Channel channel, JsonNode message, long receivedUnixNanos) {
        String type = message.path("type").stringValue();
        if (control != null && control.isOn(channel)) {
            control.take(type, message, receivedUnixNanos);
        } else if (chat != null && chat.isOn(channel)) {
            switch (type) {
                case "name" -> name = ChatLine.name(message);
                case "say" -> chat.say(message, name, speech);
                default -> {} // of a later version
            }
        }
        snapshot = look();
    }

    @Override
    public void garbageArrived() {
        discipline.garbage();
        leaveIfOver();
    }

    @Override
    public void messagesLost(int count) {
        discipline.lost(count);
        leaveIfOver();
    }

    private void leaveIfOver() {
        if (discipline.isOver()) {
            viewers.free(this);
        }
    }

    void tellControl(Record message) {
        if (control != null) {
            control.tell(message);
        }
    }

    void tellAudience(int count) {
        if (control != null) {
            control.tellAudience(count);
        }
    }

    void tellMessage(ChatMessage message) {
        if (chat != null) {
            chat.tellMessage(message);
        }
    }

    void tellDeleted(long messageId) {
        if (chat != null) {
            chat.tell(new Wire.Deleted(messageId));
        }
    }

    void setSpeech(Speech newSpeech) {
        speech = newSpeech;
        if (chat != null) {
            chat.tellSpeech(newSpeech);
        }
        snapshot = look();
    }

    @Override
    public void close() {
        stay();
        peer.close();
    }

    private void leaveIn(long seconds) {
        stay();
        deadline = viewers.executor().schedule(() -> viewers.free(this), seconds, TimeUnit.SECONDS);
    }

    private void stay() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private ViewerSnapshot look() {
        Report report = control == null ? Report.NONE : control.report();
        return new ViewerSnapshot(
                id,
                name,
                presence,
                speech,
                joined,
                Lane.TRACK,
                traffic.latest().codec(),
                traffic.fps(),
                traffic.videoKbps() + traffic.audioKbps(),
                traffic.latest().rttMs(),
                traffic.latest().lossPercent(),
                report.skewMs(),
                report.latencyMs());
    }
}
