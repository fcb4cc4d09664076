package liveroom.app;

import java.io.PrintStream;
import java.nio.file.Path;
import liveroom.app.cli.Doors;
import liveroom.app.cli.Terminal;
import liveroom.app.log.StudioLog;
import liveroom.app.settings.KeptSettings;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioPipeline;
import liveroom.app.window.WindowLauncher;
import liveroom.capture.source.Devices;

/// Where the program starts.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process at once when it is over: libwebrtc's own threads may crash a process that
    /// takes its time to exit, after all is done.
    static void main(String[] arguments) {
        PrintStream err = System.err;
        Doors doors = new Doors(StudioPipeline::open, Main::openWindow, StudioLog::start);
        int code = Terminal.system().run(doors, arguments);
        StudioLog.stop();
        // Closed, not only flushed: what native threads still say while the process ends is for nobody.
        System.out.close();
        err.close();
        Runtime.getRuntime().halt(code);
    }

    private static void openWindow(Studio studio, KeptSettings settings, Path cache) throws InterruptedException {
        WindowLauncher.open(studio, settings, Devices::list, cache);
    }
}
