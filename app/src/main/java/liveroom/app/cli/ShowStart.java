package liveroom.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.DressOptions;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioException;
import liveroom.app.text.Messages;

/// Everything between a command and a running show: the home, the log, the settings, the wish to end, the studio.
final class ShowStart {
    private final Terminal terminal;
    private final Doors doors;
    private final Messages messages = Messages.of("terminal");

    ShowStart(Terminal terminal, Doors doors) {
        this.terminal = terminal;
        this.doors = doors;
    }

    /// Whether the window opens on a show that is live already.
    enum Start {
        OFF_AIR,
        LIVE
    }

    /// What happens between the opening of the studio and its end. Closes the studio.
    @FunctionalInterface
    private interface Course {
        void run(Studio studio, KeptSettings kept, Ending ending) throws InterruptedException;
    }

    /// Runs a show without a window until it is told to end.
    ///
    /// @return the exit code
    int headless(Optional<Path> folder, LiveOptions options, HeadlessShow.Figures figures) throws InterruptedException {
        HeadlessShow show = new HeadlessShow(terminal, figures);
        return run(folder, options, () -> {}, (studio, _, ending) -> show.run(studio, options.recording(), ending));
    }

    /// Opens the window and waits until it is closed.
    ///
    /// @return the exit code
    int window(Optional<Path> folder, LiveOptions options, Start start) throws InterruptedException {
        Thread waiting = Thread.currentThread();
        return run(folder, options, waiting::interrupt, (studio, kept, _) -> {
            try (studio) {
                if (start == Start.LIVE) {
                    studio.goLive();
                    options.recording().ifPresent(file -> studio.startRecording(file.toAbsolutePath()));
                    HeadlessShow.printLinks(studio, terminal.out());
                }
                doors.window().open(studio, kept, StudioHome.of(folder).cache());
            } catch (InterruptedException _) {
                // The signal that wished for the end; the studio has been closed by now.
                terminal.err().println(messages.text("live.ended"));
            } catch (UnsupportedOperationException _) {
                terminal.err().println(messages.text("window.impossible"));
            }
        });
    }

    private int run(Optional<Path> folder, LiveOptions options, Runnable onWish, Course course)
            throws InterruptedException {
        PrintWriter err = terminal.err();
        StudioHome home = StudioHome.of(folder);
        doors.log().accept(home.logs());
        try (KeptSettings kept = KeptSettings.open(home);
                Ending ending = Ending.onSignal(err, onWish)) {
            Settings settings = options.over(kept.current());
            try {
                course.run(open(settings, options.dress(home), kept), kept, ending);
                return Terminal.OK;
            } catch (StudioException e) {
                // A process that ends opens nothing any more, and that is no failure.
                boolean ends = ending.isWished();
                err.println(ends ? messages.text("live.ended") : e.getMessage());
                return ends ? Terminal.OK : Terminal.FAILED;
            }
        }
    }

    /// What the settings file had amiss becomes a notice of the studio; if there will be no studio, it is said at once,
    /// since it may be the cause.
    private Studio open(Settings settings, DressOptions dress, KeptSettings kept) throws StudioException {
        try {
            return doors.studio().open(settings, dress, kept.complaints(), kept::change);
        } catch (StudioException e) {
            kept.complaints().forEach(terminal.err()::println);
            throw e;
        }
    }
}
