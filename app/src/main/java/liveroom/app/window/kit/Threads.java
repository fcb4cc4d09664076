package liveroom.app.window.kit;

import java.util.concurrent.Executor;

/// Where a model does what takes time, and where it shows what came of it.
public record Threads(Executor background, Executor fxThread) {
    /// Virtual threads, and the JavaFX thread.
    public static Threads ofWindow() {
        return new Threads(task -> Thread.ofVirtual().name("window").start(task), FxThread::run);
    }
}
