package liveroom.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import liveroom.app.settings.StudioHome;
import liveroom.capture.source.Devices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `studio`: with nothing after it, opens the window; where none can be shown, goes live without.
@Command(
        name = "studio",
        description = "${bundle:studio.about}",
        version = "Liveroom 0.1.0",
        mixinStandardHelpOptions = true,
        resourceBundle = "liveroom.assets.messages.terminal")
final class StudioCommand implements Callable<Integer> {
    private final ShowStart start;

    @Option(names = "--home", paramLabel = "DIR", description = "${bundle:studio.home}", scope = ScopeType.INHERIT)
    private @Nullable Path home;

    private StudioCommand(ShowStart start) {
        this.start = start;
    }

    /// The whole command line.
    static CommandLine line(Terminal terminal, Doors doors) {
        StudioCommand studio = new StudioCommand(new ShowStart(terminal, doors));
        return new CommandLine(studio)
                .addSubcommand(new LiveCommand(studio))
                .addSubcommand(new ShowFileCommand(terminal))
                .addSubcommand(new BrandCommand(terminal, () -> StudioHome.of(studio.home())))
                .addSubcommand(new DevicesCommand(terminal, Devices::list))
                .addSubcommand(new DoctorCommand(terminal, doors, () -> StudioHome.of(studio.home()), Devices::list))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws InterruptedException {
        return switch (Display.current()) {
            case PRESENT -> start.window(home(), new LiveOptions(), ShowStart.Start.OFF_AIR);
            case ABSENT -> start.headless(home(), new LiveOptions(), HeadlessShow.Figures.NONE);
        };
    }

    ShowStart start() {
        return start;
    }

    /// The folder for everything, if one was given.
    Optional<Path> home() {
        return Optional.ofNullable(home);
    }
}
