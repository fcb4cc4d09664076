package liveroom.transport.shared;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import liveroom.encoder.EncodedPacket;
import org.jspecify.annotations.Nullable;

/// What comes to the thread `shared-lane` from others: packets, of which it holds a bounded number, and
/// commands, which are few. Filled from any thread, emptied by one.
final class Inbox {
    /// A quarter of a second of four rungs and the sound.
    private static final int MAX_PACKETS = 64;

    private final ArrayBlockingQueue<Arrival> packets = new ArrayBlockingQueue<>(MAX_PACKETS);
    private final ConcurrentLinkedQueue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final Runnable wake;
    private volatile boolean closed;

    /// A packet of one stream.
    ///
    /// @param lost how many of that stream were refused since the one before it
    record Arrival(Source source, EncodedPacket packet, int lost) {}

    /// @param wake called after something came in, on the thread that brought it
    Inbox(Runnable wake) {
        this.wake = wake;
    }

    /// Takes a packet by one more reference; refuses it if the thread does not keep up.
    boolean offer(Source source, EncodedPacket packet, int lost) {
        packet.retain();
        if (closed || !packets.offer(new Arrival(source, packet, lost))) {
            packet.close();
            return false;
        }
        if (closed) {
            releaseAll();
        }
        wake.run();
        return true;
    }

    void post(Runnable command) {
        commands.add(command);
        wake.run();
    }

    boolean holdsPackets() {
        return !packets.isEmpty();
    }

    boolean isEmpty() {
        return packets.isEmpty() && commands.isEmpty();
    }

    @Nullable
    Runnable nextCommand() {
        return commands.poll();
    }

    /// The caller closes the packet.
    @Nullable
    Arrival nextPacket() {
        return packets.poll();
    }

    /// Refuses packets from now on.
    void close() {
        closed = true;
        releaseAll();
    }

    private void releaseAll() {
        Arrival arrival = packets.poll();
        while (arrival != null) {
            arrival.packet().close();
            arrival = packets.poll();
        }
    }
}
