package liveroom.capture.show;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import liveroom.capture.media.StudioClock;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowDesk.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

final class LiveShowDeskRandomTest {
    private static final int THREADS = 4;
    private static final int COMMANDS = 10_000;

    private final Logger log = (Logger) LoggerFactory.getLogger(LiveShowDesk.class);

    @BeforeEach
    void writeNoLineForEachCommand() {
        log.setLevel(Level.WARN);
    }

    @AfterEach
    void writeAgain() {
        log.setLevel(null);
    }

    @Test
    void perform_manyFromSeveralThreads_leavesAValidShowAndTellsEachStateOnceInOrder() throws Exception {
        LiveShowDesk desk = desk(Shows.starter(key -> key));
        List<DeskState> heard = new ArrayList<>();
        desk.onChange(heard::add);
        AtomicInteger done = new AtomicInteger();

        try (ExecutorService people = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                RandomCommand commands = new RandomCommand(i);
                tasks.add(people.submit(() -> {
                    for (int n = 0; n < COMMANDS / THREADS; n++) {
                        done.addAndGet(
                                performed(desk, commands.command(desk.state().show())));
                    }
                }));
            }
            finish(tasks);
        }

        assertThat(done.get()).isGreaterThan(COMMANDS / 3);
        assertThat(heard)
                .extracting(DeskState::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, heard.size()).boxed().toList());
        heard.forEach(LiveShowDeskRandomTest::assertValid);
        assertThat(heard.getLast()).isEqualTo(desk.state());
        assertThat(ShowJson.show(ShowJson.write(desk.state().show())))
                .isEqualTo(desk.state().show());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void undo_toTheBeginning_givesBackTheFirstShow(long seed) throws RefusedException {
        Show first = new RandomShow(seed).show();
        LiveShowDesk desk = desk(first);
        RandomCommand commands = new RandomCommand(seed);
        for (int i = 0; i < History.STEPS; i++) {
            performed(
                    desk,
                    i % 7 == 6
                            ? new ShowCommand.Undo()
                            : commands.change(desk.state().show()));
        }
        Show last = desk.state().show();

        int undone = 0;
        while (desk.state().canUndo()) {
            desk.perform(new ShowCommand.Undo(), "host");
            undone++;
        }
        assertThat(desk.state().show()).isEqualTo(first);

        for (int i = 0; i < undone; i++) {
            desk.perform(new ShowCommand.Redo(), "host");
        }
        assertThat(desk.state().show()).isEqualTo(last);
    }

    private static void assertValid(DeskState state) {
        assertThat(state.show().scene(state.programId())).isPresent();
        assertThat(state.show().scene(state.previewId())).isPresent();
        assertThat(state.nextCue()).isBetween(0, state.show().rundown().size());
    }

    /// @return 1 if it was done, 0 if it was refused
    private static int performed(ShowDesk desk, ShowCommand command) {
        try {
            desk.perform(command, "host");
            return 1;
        } catch (RefusedException e) {
            assertThat(e.getMessage()).endsWith(".");
            return 0;
        }
    }

    private static void finish(List<Future<?>> tasks) throws InterruptedException {
        for (Future<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
    }

    private static LiveShowDesk desk(Show show) {
        return new LiveShowDesk(show, StudioClock.SYSTEM, InstantSource.system(), ShowKeeping.NONE);
    }
}
