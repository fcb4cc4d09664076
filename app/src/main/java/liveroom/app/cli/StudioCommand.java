package liveroom.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `studio`: with nothing after it, opens the window.
@Command(
        name = "studio",
        mixinStandardHelpOptions = true,
        version = "Liveroom 0.1.0",
        description = "A studio for live rooms: your camera and microphone, straight to your viewers' browsers.")
final class StudioCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Terminal.OK;
    }
}
