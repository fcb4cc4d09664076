package liveroom.transport.shared;

/// From where messages are sent to many viewers at the least cost.
@FunctionalInterface
public interface SendingThread {
    /// Runs a step that sends, and returns when it has been run. The caller waits meanwhile, so the
    /// step may use what is confined to the caller's thread. Called by one thread only. What the step
    /// throws is thrown to the caller.
    void run(Runnable step);
}
