package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// How the system runs threads that keep the beat.
@EnabledOnOs(OS.LINUX)
class RealTimeTest {
    private static final int SCHED_OTHER = 0;
    private static final int SCHED_RR = 2;
    /// The member `policy` of `proc_pid_stat(5)`, counted from the first after the name.
    private static final int POLICY = 41 - 3;

    @Test
    void mediaThread_systemGrantsIt_runsInRealTimeAndWhatItStartsDoesNot() throws IOException, InterruptedException {
        assumeTrue(isGrantedHere(), "real time is not granted here");
        CompletableFuture<Integer> own = new CompletableFuture<>();
        CompletableFuture<Integer> started = new CompletableFuture<>();
        try (MediaThread thread = new MediaThread("beat", () -> {
            own.complete(policy());
            Thread.ofPlatform().start(() -> started.complete(policy())).join();
            new CountDownLatch(1).await();
        })) {
            thread.start();
            assertThat(own.join()).isEqualTo(SCHED_RR);
            assertThat(started.join()).isEqualTo(SCHED_OTHER);
        }
    }

    private static boolean isGrantedHere() throws IOException, InterruptedException {
        return new ProcessBuilder("chrt", "--rr", "1", "true")
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }

    private static int policy() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[POLICY]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
