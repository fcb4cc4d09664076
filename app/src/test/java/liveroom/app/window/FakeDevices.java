package liveroom.app.window;

import java.util.List;
import liveroom.app.window.source.SourceChoice;
import liveroom.app.window.source.SourceChoices;
import liveroom.capture.source.SourceSpec;

/// A machine with one of each device.
public final class FakeChoices implements SourceChoices {
    @Override
    public List<SourceChoice> cameras() {
        return List.of(new SourceChoice(new SourceSpec.Camera("/dev/video0"), "Studio camera"));
    }

    @Override
    public List<SourceChoice> screens() {
        return List.of(new SourceChoice(new SourceSpec.Screen(":0"), "Screen 1"));
    }

    @Override
    public List<SourceChoice> microphones() {
        return List.of(new SourceChoice(new SourceSpec.Microphone("desk"), "Desk microphone"));
    }
}
