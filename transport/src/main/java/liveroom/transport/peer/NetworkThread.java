package liveroom.transport.peer;

import dev.onvoid.webrtc.PeerConnectionFactory;
import java.lang.reflect.Field;
import liveroom.capture.media.RealTime;
import liveroom.transport.shared.SendingThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The library's thread on which all packets of a factory's connections are sent. A data channel's
/// `send` from any other thread posts a task to it, wakes it and waits: for every message and every
/// viewer. A step that is run there sends to all of them after one wait.
///
/// Done only where it has been measured; elsewhere steps are run by who asks for them. See
/// `docs/decisions/0017-sending.md`.
final class NetworkThread {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkThread.class);

    private NetworkThread() {}

    /// That of a factory, which must not be disposed before the last step has been run.
    static SendingThread of(PeerConnectionFactory factory) {
        if (!ClosedConnection.isKnownHere()) {
            return Runnable::run;
        }
        try {
            NativeThread network = thread(factory, "networkThreadHandle");
            askForRealTime(network);
            // Paces what the tracks send.
            askForRealTime(thread(factory, "workerThreadHandle"));
            return network::run;
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

    private static void askForRealTime(NativeThread thread) {
        thread.run(() -> RealTime.ask(RealTime.Rank.SENDING));
    }
}
