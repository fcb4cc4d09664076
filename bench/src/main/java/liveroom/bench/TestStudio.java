package liveroom.bench;

import java.nio.file.Path;
import java.util.Optional;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.StudioException;
import liveroom.app.studio.StudioPipeline;

/// A studio in this process that sends the test picture and sound, on a free port.
final class TestStudio {
    private TestStudio() {}

    /// Opens it; whoever asked closes it.
    static StudioPipeline open(Path home) throws StudioException {
        Settings fresh = Settings.fresh(StudioHome.of(Optional.of(home)));
        Settings settings = fresh.withInputs(fresh.inputs().withVideo("test").withAudio("test"))
                .withNetwork(fresh.network().withPort(0));
        return StudioPipeline.open(settings, _ -> {});
    }
}
