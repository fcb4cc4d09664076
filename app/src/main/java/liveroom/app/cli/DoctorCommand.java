package liveroom.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liveroom.app.cli.Finding.Verdict;
import liveroom.app.settings.Settings;
import liveroom.app.settings.SettingsFile;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.DressOptions;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioException;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.source.DeviceList;
import liveroom.encoder.CandidateReport;
import liveroom.encoder.EncoderChoice;
import liveroom.encoder.VideoSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/// `studio doctor`: looks at all that the studio needs, and says what to do about what is missing.
@Command(name = "doctor", description = "${bundle:doctor.about}", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(DoctorCommand.class);

    private final Terminal terminal;
    private final Doors doors;
    private final Supplier<StudioHome> home;
    private final Supplier<DeviceList> devices;
    private final Checkup checkup = new Checkup();

    DoctorCommand(Terminal terminal, Doors doors, Supplier<StudioHome> home, Supplier<DeviceList> devices) {
        this.terminal = terminal;
        this.doors = doors;
        this.home = home;
        this.devices = devices;
    }

    @Override
    public Integer call() {
        StudioHome files = home.get();
        doors.log().accept(files.logs());
        SettingsFile.Loaded loaded = new SettingsFile(files).look();
        Settings settings = loaded.settings();
        Stream<Supplier<Stream<Finding>>> looks = Stream.of(
                () -> Stream.of(checkup.jdk(Runtime.version())),
                () -> Stream.of(checkup.display(Display.current())),
                () -> checkup.settings(files.settingsFile(), loaded.complaints()),
                () -> checkup.devices(devices.get()),
                () -> Stream.of(encoders(settings.picture())),
                () -> Stream.of(studio(settings)),
                () -> Stream.of(checkup.port(settings.network())),
                () -> Stream.of(checkup.recordings(settings.recordings())),
                () -> Stream.of(checkup.browser(System.getenv())));
        List<Finding> findings = looks.flatMap(this::look)
                .peek(finding -> terminal.out().println(finding.line()))
                .toList();
        boolean broken = findings.stream().anyMatch(finding -> finding.verdict() == Verdict.BROKEN);
        return broken ? Terminal.FAILED : Terminal.OK;
    }

    /// A native library that does not load is found out by using it.
    private Stream<Finding> look(Supplier<Stream<Finding>> look) {
        try {
            return look.get().toList().stream();
        } catch (LinkageError e) {
            LOG.info("A library does not load", e);
            return Stream.of(checkup.broken("doctor.library", String.valueOf(e.getMessage())));
        }
    }

    private Finding encoders(Settings.Picture picture) {
        VideoFormat format = new VideoFormat(picture.width(), picture.height());
        List<CandidateReport> reports =
                EncoderChoice.ofThisSystem().examine(new VideoSettings(format, picture.fps(), picture.bitrateKbps()));
        String working = names(reports, true);
        return working.isEmpty()
                ? checkup.broken("doctor.encoder.none", names(reports, false))
                : checkup.ok("doctor.encoder", working, names(reports, false));
    }

    private static String names(List<CandidateReport> reports, boolean working) {
        return reports.stream()
                .filter(report -> (report.verdict() == CandidateReport.Verdict.WORKS) == working)
                .map(CandidateReport::encoder)
                .collect(Collectors.joining(", "));
    }

    /// Opens the whole studio for a moment, without devices, on a port that is free.
    private Finding studio(Settings settings) {
        Settings harmless = settings.withInputs(new Settings.Inputs("none", "none", 0))
                .withNetwork(Settings.Network.DEFAULT.withPort(0));
        try (Studio studio =
                doors.studio().open(harmless, DressOptions.unsaved(StudioHome.temporary()), List.of(), change -> {})) {
            return checkup.ok("doctor.studio", studio.links().size());
        } catch (StudioException e) {
            LOG.info("The studio does not open", e);
            return checkup.broken("doctor.studio.broken", String.valueOf(e.getMessage()));
        }
    }
}
