package liveroom.app;

import liveroom.app.cli.Terminal;

/// Where the program starts.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process at once when it is over: libwebrtc's own threads may crash a process that
    /// takes its time to exit, after all is done.
    static void main(String[] arguments) {
        int code = Terminal.system().run(arguments);
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
