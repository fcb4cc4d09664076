package liveroom.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import liveroom.app.cli.Finding.Verdict;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.Brands;
import liveroom.app.text.Messages;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.Finding.Severity;
import liveroom.capture.brand.KitCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `studio brand`: what can be done with a brand kit without a studio.
@Command(name = "brand", description = "${bundle:brand.about}", mixinStandardHelpOptions = true)
final class BrandCommand {
    private final Terminal terminal;
    private final Supplier<StudioHome> home;
    private final Messages messages = Messages.of("terminal");

    BrandCommand(Terminal terminal, Supplier<StudioHome> home) {
        this.terminal = terminal;
        this.home = home;
    }

    /// `studio brand check`: opens the kit and says what is amiss.
    @Command(name = "check", description = "${bundle:brand.check.about}", mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "KIT", description = "${bundle:brand.check.kit}") String name) {
        try {
            Brands brands = Brands.open(home.get());
            BrandKit kit = brands.shelf().open(name);
            List<liveroom.capture.brand.Finding> findings = KitCheck.findings(kit, brands.fonts());
            boolean broken = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
            if (!broken) {
                say(Verdict.OK, messages.text("brand.check.ok", kit.name(), Integer.toString(kit.version())));
            }
            findings.forEach(finding -> say(verdict(finding.severity()), finding.sentence()));
            return broken ? Terminal.FAILED : Terminal.OK;
        } catch (BrandException e) {
            say(Verdict.BROKEN, e.sentence());
        } catch (IOException e) {
            say(Verdict.BROKEN, messages.text("brand.check.impossible", String.valueOf(e.getMessage())));
        }
        return Terminal.FAILED;
    }

    private static Verdict verdict(Severity severity) {
        return switch (severity) {
            case ERROR -> Verdict.BROKEN;
            case WARNING -> Verdict.ATTENTION;
        };
    }

    private void say(Verdict verdict, String sentence) {
        terminal.out().println(new Finding(verdict, sentence).line());
        terminal.out().flush();
    }
}
