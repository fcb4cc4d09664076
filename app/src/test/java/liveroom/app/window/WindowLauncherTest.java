package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WindowLauncherTest {
    @Test
    void show_windowCannotBeMade_endsTheWait() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        IllegalStateException cause = new IllegalStateException("no sheet");

        WindowLauncher.show(
                () -> {
                    throw cause;
                },
                closed);

        assertThat(closed.exceptionNow()).isSameAs(cause);
    }
}
