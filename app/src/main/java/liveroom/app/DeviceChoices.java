package liveroom.app;

import java.util.List;
import liveroom.app.window.source.SourceChoice;
import liveroom.app.window.source.SourceChoices;

/// What the window offers: the devices of this machine.
final class DeviceChoices implements SourceChoices {
    @Override
    public List<SourceChoice> cameras() {
        return List.of();
    }

    @Override
    public List<SourceChoice> screens() {
        return List.of();
    }

    @Override
    public List<SourceChoice> microphones() {
        return List.of();
    }
}
