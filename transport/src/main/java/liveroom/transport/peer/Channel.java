package liveroom.transport.peer;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import liveroom.transport.shared.Outlet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One data channel that a viewer opened. Confined to the room's executor.
public final class Channel implements AutoCloseable {
    /// Longest message either way, in bytes of UTF-8.
    public static final int MAX_MESSAGE_BYTES = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
    private static final int MAX_UNREAD = 64;
    private static final long MAX_BUFFERED_BYTES = 512 * 1024;

    private final RTCDataChannel natives;
    private final String label;
    private final Executor room;
    private final PeerListener listener;
    private final ChannelEvents observer;
    private final AtomicInteger unread = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private State state = State.NEW;
    private @Nullable SendingEvents sending;

    private enum State {
        NEW,
        OPEN,
        CLOSED
    }

    Channel(RTCDataChannel natives, Executor room, PeerListener listener) {
        this.natives = natives;
        this.label = natives.getLabel();
        this.room = room;
        this.listener = listener;
        this.observer = new ChannelEvents(this);
        natives.registerObserver(observer);
        stateChanged();
    }

    /// Ends a channel that nobody wants.
    static void refuse(RTCDataChannel natives) {
        Callbacks.dispose(natives::close);
        Callbacks.dispose(natives::dispose);
    }

    public String label() {
        return label;
    }

    /// This channel as the shared lane sends on it. It must be used no more when the connection is closed. From now on
    /// whatever the viewer says here is garbage.
    public Outlet outlet() {
        if (sending == null && state == State.OPEN) {
            sending = SendingEvents.of(natives, this::stateMayHaveChanged, this::receiveGarbage);
        }
        return new ChannelOutlet(natives);
    }

    /// Sends one text message.
    ///
    /// @return `false` if it was not sent because the channel is not open or the viewer does not keep up
    public boolean send(String text) {
        if (state != State.OPEN || natives.getBufferedAmount() > MAX_BUFFERED_BYTES) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // The library ignores position and limit: the capacity must be exactly the message.
        ByteBuffer exact = ByteBuffer.allocateDirect(bytes.length);
        exact.put(bytes).flip();
        try {
            natives.send(new RTCDataChannelBuffer(exact, false));
            return true;
        } catch (Exception e) {
            LOG.debug("A message to a viewer was not sent", e);
            return false;
        }
    }

    private void stateChanged() {
        if (state == State.CLOSED) {
            return;
        }
        RTCDataChannelState now = natives.getState();
        if (now == RTCDataChannelState.OPEN && state == State.NEW) {
            state = State.OPEN;
            listener.channelOpened(this);
        } else if (now == RTCDataChannelState.CLOSED || now == RTCDataChannelState.CLOSING) {
            state = State.CLOSED;
            listener.channelClosed(this);
        }
    }

    @Override
    public void close() {
        state = State.CLOSED;
        observer.end();
        if (sending == null) {
            natives.unregisterObserver();
        } else {
            sending.close();
        }
        natives.close();
        natives.dispose();
    }

    /// Called by the library.
    void stateMayHaveChanged() {
        room.execute(this::stateChanged);
    }

    /// Called by the library, which takes the bytes back afterwards.
    void receive(RTCDataChannelBuffer buffer) {
        Instant now = Instant.now();
        long unixNanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        if (buffer.binary || buffer.data.remaining() > MAX_MESSAGE_BYTES) {
            receiveGarbage();
        } else if (isRead()) {
            String text = StandardCharsets.UTF_8.decode(buffer.data).toString();
            hear(() -> listener.messageArrived(this, text, unixNanos));
        }
    }

    private void receiveGarbage() {
        if (isRead()) {
            hear(listener::garbageArrived);
        }
    }

    /// Whether what has come is to be heard: not if too much waits for that.
    private boolean isRead() {
        boolean read = unread.get() < MAX_UNREAD;
        (read ? unread : lost).incrementAndGet();
        return read;
    }

    private void hear(Runnable arrival) {
        room.execute(() -> {
            unread.decrementAndGet();
            if (state == State.CLOSED) {
                return;
            }
            int missing = lost.getAndSet(0);
            if (missing > 0) {
                listener.messagesLost(missing);
            }
            arrival.run();
        });
    }
}
