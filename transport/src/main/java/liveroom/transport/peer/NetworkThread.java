package liveroom.transport.peer;

import dev.onvoid.webrtc.PeerConnectionFactory;
import java.lang.reflect.Field;
import liveroom.capture.media.RealTime;
import liveroom.transport.shared.SendingThread;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The library's thread on which all packets of a factory's connections are sent. A data channel's
/// `send` from any other thread posts a task to it, wakes it and waits: for every message and every
/// viewer. A step that is run there sends to all of them after one wait.
///
/// The library's worker thread is told of every single packet that leaves, whatever is in it. While
/// it waits for the step it is not woken, and hears of all of them afterwards, together.
///
/// Done only where it has been measured; elsewhere steps are run by who asks for them. See
/// `docs/decisions/0017-sending.md`.
final class NetworkThread implements SendingThread {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkThread.class);

    private final NativeThread worker;
    private final NativeThread network;
    private final Runnable passing = this::pass;
    private volatile @Nullable Runnable step;

    private NetworkThread(NativeThread worker, NativeThread network) {
        this.worker = worker;
        this.network = network;
    }

    /// That of a factory, which must not be disposed before the last step has been run.
    static SendingThread of(PeerConnectionFactory factory) {
        if (!ClosedConnection.isKnownHere()) {
            return Runnable::run;
        }
        try {
            NetworkThread found =
                    new NetworkThread(thread(factory, "workerThreadHandle"), thread(factory, "networkThreadHandle"));
            found.askForRealTime();
            return found;
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("The WebRTC library is not the one expected: messages are sent one by one", e);
            return Runnable::run;
        }
    }

    private static NativeThread thread(PeerConnectionFactory factory, String name) throws ReflectiveOperationException {
        Field field = PeerConnectionFactory.class.getDeclaredField(name);
        field.setAccessible(true);
        long address = field.getLong(factory);
        if (address == 0) {
            throw new IllegalStateException("the library has no " + name);
        }
        return new NativeThread(address);
    }

    /// Both: a step has to pass through the one to get to the other.
    private void askForRealTime() {
        worker.run(() -> RealTime.ask(RealTime.Rank.SENDING));
        network.run(() -> RealTime.ask(RealTime.Rank.SENDING));
    }

    @Override
    public void run(Runnable wanted) {
        step = wanted;
        worker.run(passing);
    }

    private void pass() {
        Runnable wanted = step;
        step = null;
        if (wanted != null) {
            network.run(wanted);
        }
    }
}
