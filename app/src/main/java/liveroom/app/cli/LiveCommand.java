package liveroom.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `studio live`: goes live at once, in the window or without one.
@Command(name = "live", description = "${bundle:live.about}", mixinStandardHelpOptions = true)
final class LiveCommand implements Callable<Integer> {
    private final StudioCommand studio;

    @Mixin
    private final LiveOptions options = new LiveOptions();

    @Option(names = "--headless", description = "${bundle:live.headless}")
    private boolean headless;

    @Option(names = "--json", description = "${bundle:live.json}")
    private boolean json;

    LiveCommand(StudioCommand studio) {
        this.studio = studio;
    }

    @Override
    public Integer call() throws InterruptedException {
        HeadlessShow.Figures figures = json ? HeadlessShow.Figures.JSON : HeadlessShow.Figures.NONE;
        return headless || json || Display.current() == Display.ABSENT
                ? studio.start().headless(studio.home(), options, figures)
                : studio.start().window(studio.home(), options, ShowStart.Start.LIVE);
    }
}
