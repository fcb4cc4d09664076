package liveroom.transport.peer;

import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what is thrown from reaching native code, or from keeping later steps of an ending from being done.
final class Callbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private Callbacks() {}

    /// Gives up one reference to a native object. The library complains when others are left, as closed connections
    /// leave some behind until the process ends; there is nothing to be done about it.
    static void dispose(Runnable disposal) {
        try {
            disposal.run();
        } catch (RuntimeException | Error e) {
            LOG.debug("A native object outlives its owner: {}", e.getMessage());
        }
    }

    static void run(Runnable callback) {
        try {
            callback.run();
        } catch (RejectedExecutionException _) {
            LOG.debug("A late event of a closed room");
        } catch (RuntimeException | Error e) {
            LOG.error("Something asked of the WebRTC library, or by it, failed", e);
        }
    }
}
