package liveroom.transport;

import java.time.Instant;
import java.util.OptionalDouble;
import liveroom.transport.ViewerSnapshot.Presence;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.peer.Channel;
import liveroom.transport.peer.Peer;
import liveroom.transport.peer.PeerFactory;
import liveroom.transport.peer.PeerListener;
import org.jspecify.annotations.Nullable;

/// One viewer who is in. Confined to the thread `room`, but for [#snapshot()].
final class Viewer implements PeerListener {
    final String id;
    final String resource = RoomKey.random();
    final Peer peer;
    private final Viewers viewers;
    private final Instant joined = Instant.now();
    private Presence presence = Presence.CONNECTING;
    private ViewerSnapshot.Speech speech = ViewerSnapshot.Speech.ALLOWED;
    private @Nullable Channel control;
    private @Nullable Channel chat;
    private volatile ViewerSnapshot snapshot;

    Viewer(String id, Viewers viewers, PeerFactory factory) {
        this.id = id;
        this.viewers = viewers;
        this.snapshot = look();
        this.peer = factory.open(viewers.executor(), this);
    }

    ViewerSnapshot snapshot() {
        return snapshot;
    }

    private ViewerSnapshot look() {
        return new ViewerSnapshot(
                id,
                "",
                presence,
                speech,
                joined,
                Lane.TRACK,
                "",
                0,
                0,
                OptionalDouble.empty(),
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    @Override
    public void connectivityChanged(Connectivity connectivity) {
        switch (connectivity) {
            case CONNECTING -> {}
            case CONNECTED -> presence = Presence.WATCHING;
            case DISCONNECTED, FAILED -> presence = Presence.RECONNECTING;
            case CLOSED -> viewers.free(this);
        }
        snapshot = look();
    }

    @Override
    public void channelOpened(Channel channel) {
        switch (channel.label()) {
            case "control" -> control = channel;
            case "chat" -> chat = channel;
            default -> {}
        }
    }

    @Override
    public void channelClosed(Channel channel) {
        if (channel == control || channel == chat) {
            viewers.free(this);
        }
    }

    @Override
    public void messageArrived(Channel channel, String text, long receivedUnixNanos) {}

    @Override
    public void garbageArrived(Channel channel) {}

    void tellEnded() {
        tellControl(new Wire.Bare("ended"));
    }

    void tellMessage(ChatMessage message) {
        tellChat(new Wire.Said(Wire.Message.of(message, id)));
    }

    void tellControl(Record message) {
        if (control != null) {
            control.send(Wire.write(message));
        }
    }

    void tellChat(Record message) {
        if (chat != null) {
            chat.send(Wire.write(message));
        }
    }

    void setSpeech(ViewerSnapshot.Speech newSpeech) {
        speech = newSpeech;
        tellChat(new Wire.Muted(newSpeech == ViewerSnapshot.Speech.MUTED));
        snapshot = look();
    }

    void remove() {
        tellControl(new Wire.Bare("removed"));
        viewers.freeSoon(this);
    }
}
