package liveroom.app.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import liveroom.app.cli.Finding.Verdict;
import liveroom.app.text.Messages;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowCheck;
import liveroom.capture.show.ShowFile;
import liveroom.capture.show.ShowFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `studio show`: what can be done with a show's file without a studio.
@Command(name = "show", description = "${bundle:show.about}", mixinStandardHelpOptions = true)
final class ShowFileCommand {
    private final Terminal terminal;
    private final Messages messages = Messages.of("terminal");

    ShowFileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// `studio show check`: reads the file and says what is amiss.
    @Command(name = "check", description = "${bundle:show.check.about}", mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "${bundle:show.check.file}") Path file) {
        try {
            Show show = new ShowFile(file).read();
            say(
                    Verdict.OK,
                    messages.text(
                            "show.check.ok",
                            show.name(),
                            show.scenes().size(),
                            show.rundown().size(),
                            show.brand()));
            for (ShowCheck.Finding finding : ShowCheck.findings(show)) {
                String key = "show.check." + finding.kind().name().toLowerCase(Locale.ROOT);
                say(Verdict.ATTENTION, messages.text(key, finding.place(), finding.detail()));
            }
            return Terminal.OK;
        } catch (ShowFormatException e) {
            return broken(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException _) {
            return broken(messages.text("show.check.none", file));
        } catch (IOException e) {
            return broken(
                    messages.text("show.check.unreadable", file, e.getClass().getSimpleName()));
        }
    }

    private int broken(String sentence) {
        say(Verdict.BROKEN, sentence);
        return Terminal.FAILED;
    }

    private void say(Verdict verdict, String sentence) {
        terminal.out().println(new Finding(verdict, sentence).line());
        terminal.out().flush();
    }
}
