package liveroom.app;

import liveroom.app.cli.Doors;
import liveroom.app.cli.Terminal;
import liveroom.app.log.StudioLog;

/// Where the program starts.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process at once when it is over: libwebrtc's own threads may crash a process that
    /// takes its time to exit, after all is done.
    static void main(String[] arguments) {
        Doors doors = new Doors(
                (settings, keep) -> {
                    throw new IllegalStateException();
                },
                (studio, settings) -> {},
                StudioLog::start);
        int code = Terminal.system().run(doors, arguments);
        StudioLog.stop();
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
