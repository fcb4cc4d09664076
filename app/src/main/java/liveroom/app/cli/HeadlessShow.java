package liveroom.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liveroom.app.studio.FiguresJson;
import liveroom.app.studio.Notice;
import liveroom.app.studio.Studio;
import liveroom.app.text.Messages;
import liveroom.capture.media.FramePool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A show without a window: live at once, until it is told to end. Links and figures go to standard output, words for
/// the host to standard error.
final class HeadlessShow {
    private static final Logger LOG = LoggerFactory.getLogger(HeadlessShow.class);
    private static final long SECOND_MILLIS = 1_000;

    private final Terminal terminal;
    private final Figures figures;
    private final Messages messages = Messages.of("terminal");
    private final Set<Notice> said = new HashSet<>();

    /// What is printed each second.
    enum Figures {
        NONE,
        JSON
    }

    HeadlessShow(Terminal terminal, Figures figures) {
        this.terminal = terminal;
        this.figures = figures;
    }

    /// Goes live and stays so until the end is wished for. Closes the studio.
    void run(Studio studio, Optional<Path> recording, Ending ending) throws InterruptedException {
        try (studio) {
            studio.goLive();
            recording.ifPresent(file -> studio.startRecording(file.toAbsolutePath()));
            printLinks(studio, terminal.out());
            terminal.err().println(messages.text("live.howToEnd"));
            sayNotices(studio, ending);
            while (!ending.awaitMillis(SECOND_MILLIS)) {
                sayNotices(studio, ending);
                if (figures == Figures.JSON) {
                    terminal.out().println(FiguresJson.line(studio.snapshot()));
                    terminal.out().flush();
                }
            }
            terminal.err().println(messages.text("live.ending"));
            sayNotices(studio, ending);
        }
        sayNotices(studio, ending);
        LOG.info("Pictures, sound and packets lent at the end: {}", FramePool.lentByAll());
        terminal.err().println(messages.text("live.ended"));
    }

    /// One line for each address that viewers can use, this computer's first.
    static void printLinks(Studio studio, PrintWriter out) {
        studio.links().forEach(link -> out.println("Watch: " + link.uri()));
        out.flush();
    }

    /// Once the end is wished for, only what becomes of the recording matters: whatever else fails now is part of it.
    private void sayNotices(Studio studio, Ending ending) {
        boolean ends = ending.isWished();
        List<Notice> notices = studio.notices().stream()
                .filter(notice -> !ends || notice.subject() == Notice.Subject.RECORDING)
                .toList();
        said.retainAll(notices);
        for (Notice notice : notices) {
            if (said.add(notice)) {
                terminal.err().println(notice.text());
            }
        }
    }
}
