package liveroom.transport;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import liveroom.transport.ViewerSnapshot.Presence;
import liveroom.transport.ViewerSnapshot.Speech;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.peer.Channel;
import liveroom.transport.peer.Peer;
import liveroom.transport.peer.Peer.Tracks;
import liveroom.transport.peer.PeerListener;
import liveroom.transport.sdp.Fragment;
import liveroom.transport.sdp.Offer;
import liveroom.transport.sdp.Transports;
import liveroom.transport.shared.SeatFigures;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One viewer who is in. Confined to the thread `room`, but for [#snapshot()].
final class Viewer implements PeerListener, AutoCloseable {
    private static final long CONNECT_SECONDS = 15;
    private static final long RETURN_SECONDS = 20;
    /// Asking the library costs half a percent of a core. While the tracks sleep it knows nothing new but the round
    /// trip, which ICE measures every 2.5 s.
    private static final int SELDOM_SECONDS = 3;

    final String id;
    final String resource = RoomKey.random();
    final Visitor visitor;
    private final Viewers viewers;
    private final Discipline discipline;
    private final Instant joined = Instant.now();
    private final Peer peer;
    private final ViewerLane lane;
    private final ToldTimes times = new ToldTimes();
    private final DroppedPictures dropped = new DroppedPictures();
    private Offer offer;
    private int iceGeneration = 1;
    private int secondsUnasked;
    private Presence presence = Presence.CONNECTING;
    private Speech speech;
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
        this.speech = viewers.speechOf(visitor);
        this.discipline = new Discipline(System::nanoTime);
        this.peer = viewers.open(this);
        this.lane = new ViewerLane(viewers.services(), peer, visitor.lane(), this::tellControl, this::garbageArrived);
        this.snapshot = look();
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

    /// The best that this viewer may be served by.
    Lane offeredLane() {
        return lane.offered();
    }

    /// The lane that is to serve it.
    Lane heading() {
        return lane.heading();
    }

    /// Whether its tracks bring something now.
    Tracks tracks() {
        return lane.tracks();
    }

    CompletableFuture<String> answer() {
        return peer.answer(offer);
    }

    boolean isPresent(Fragment fragment) {
        return fragment.ufrag().equals(offer.ufrag());
    }

    void trickle(Fragment fragment) {
        for (Fragment.Part part : fragment.parts()) {
            part.candidates().forEach(candidate -> peer.add(candidate, offer.mid(part)));
        }
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
            return Fragment.of(Transports.of(answer));
        });
    }

    /// Done once a second.
    void poll() {
        times.tick();
        if (lane.tracks() == Tracks.ASLEEP && ++secondsUnasked < SELDOM_SECONDS) {
            polled(traffic.still());
            return;
        }
        secondsUnasked = 0;
        peer.stats(stats -> polled(traffic.next(stats)));
    }

    private void polled(Traffic latest) {
        traffic = latest;
        lane.poll(traffic);
        SeatFigures figures = lane.rates().orElse(SharedRates.NONE).latest();
        if (figures != null) {
            dropped.measured(figures);
        }
        if (control != null && traffic.framesEncoded() > 0) {
            control.tell(new Wire.Picture(peer.stampAgeMillis(), traffic.encodeMillis()));
        }
        snapshot = look();
    }

    @Override
    public void connectivityChanged(Connectivity connectivity) {
        switch (connectivity) {
            case CONNECTING -> {}
            case CONNECTED -> {
                presence = Presence.WATCHING;
                stay();
                lane.connected();
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
            viewers.onScreen().ifPresent(control::tell);
            lane.controlOpened();
        } else if (channel.label().equals("media") && lane.mediaOpened(channel)) {
            snapshot = look();
        } else if (channel.label().equals("chat") && chat == null) {
            chat = new ChatLine(channel, id, viewers.chat(), discipline);
            if (speech == Speech.MUTED) {
                chat.tellSpeech(speech);
            }
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
        } else if (lane.isOn(channel)) {
            lane.mediaClosed();
            snapshot = look();
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
            takeOfLane(type, message);
        } else if (chat != null && chat.isOn(channel)) {
            switch (type) {
                case "name" -> name = ChatLine.name(message);
                case "say" -> chat.say(message, name, speech);
                default -> {} // of a later version
            }
        } else if (lane.isOn(channel)) {
            discipline.garbage(); // nothing is to be said there
        }
        snapshot = look();
    }

    private void takeOfLane(String type, JsonNode message) {
        switch (type) {
            case "report" -> {
                Report report = Report.of(message);
                times.told(report);
                dropped.told(report);
                lane.reported(report);
            }
            case "keyframe" -> {
                JsonNode ssrc = message.path("ssrc");
                if (ssrc.isIntegralNumber() && ssrc.canConvertToLong()) {
                    lane.keyframeWanted((int) ssrc.longValue());
                }
            }
            case "late" -> lane.late(message);
            case "stripe-offer" -> lane.stripes().offered(message);
            case "stripe-over" -> lane.stripes().over(message);
            case "wish" -> {
                switch (message.path("lane").asString("")) {
                    case "track" -> lane.wished(Lane.TRACK);
                    case "shared" -> lane.wished(Lane.SHARED);
                    default -> {} // of a later version
                }
            }
            default -> {} // not of the lane
        }
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

    /// Has it served no more. When that is done it can be closed.
    CompletableFuture<Void> leave() {
        return lane.leave();
    }

    @Override
    public void close() {
        stay();
        lane.stripes().close();
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
        Report report = times.latest();
        boolean onShared = lane.lane() == Lane.SHARED;
        SharedRates rates = lane.rates().orElse(SharedRates.NONE);
        return new ViewerSnapshot(
                id,
                name,
                presence,
                speech,
                joined,
                lane.lane(),
                onShared ? "H264" : traffic.latest().codec(),
                onShared ? rates.fps() : traffic.fps(),
                onShared ? rates.videoKbps() + rates.audioKbps() : traffic.videoKbps() + traffic.audioKbps(),
                traffic.latest().rttMs(),
                onShared ? report.lossPercent() : traffic.lossPercent(),
                report.skewMs(),
                report.latencyMs(),
                traffic.framesEncoded() == 0 ? OptionalDouble.empty() : OptionalDouble.of(traffic.encodeMillis()),
                times.timing(),
                dropped.sum(),
                Optional.ofNullable(rates.latest()).map(figures -> SharedService.of(figures, report.shared())));
    }
}
